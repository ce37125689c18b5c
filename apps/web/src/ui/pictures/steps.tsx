// The seven steps, drawn: money, plan, agreement, holding the money, choosing support, living, looking back.
import type { ReactNode } from 'react';
import { Drawing, type PictureProps } from './pen.tsx';

function FindOutMoney(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <circle className="sm-wash" cx="32" cy="32" r="22" />
      <circle cx="32" cy="32" r="22" />
      <path d="M40 24c-1-4-4-6-7-6-5 0-8 4-7 9l2 9c.6 4-1 7-4 9h17M23 33h12" />
    </Drawing>
  );
}

function MakePlan(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <path className="sm-wash" d="M12 8h30v48H12Z" />
      <path d="M42 26V8H12v48h30v-8" />
      <path d="M19 19h15M19 28h13M19 37h8" />
      <path className="sm-paper" d="M31 48l2-8 19-19 6 6-19 19Z" />
      <path d="m48 25 6 6" />
    </Drawing>
  );
}

function PlanAgreed(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <path className="sm-wash" d="M8 12h40v28H26L16 50V40H8Z" />
      <path d="M8 12h40v28H26L16 50V40H8Z" />
      <path d="m19 26 7 7 12-14" />
      <path d="M53 24h4v24h-5v8l-9-8H33" />
    </Drawing>
  );
}

function OrganiseMoney(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <path className="sm-wash" d="M8 20h46v34H8Z" />
      <path d="M50 20v-9L12 15c-3 .4-4 2-4 4v31c0 2.500 1.500 4 4 4h38c2.500 0 4-1.500 4-4V24c0-2.500-1.500-4-4-4H11" />
      <path className="sm-paper" d="M40 31h18v12H40c-8 0-8-12 0-12Z" />
      <circle className="sm-solid" cx="42" cy="37" r="1.800" />
    </Drawing>
  );
}

function OrganiseSupport(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <path className="sm-wash" d="M9 14h46v12H9Z" />
      <rect x="9" y="14" width="46" height="41" rx="4" />
      <path d="M9 26h46M21 9v10M43 9v10" />
      <path d="M18 35h6M18 45h6M30 35h6" />
      <path d="m33 45 5 5 9-11" />
    </Drawing>
  );
}

function LiveMyLife(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <circle className="sm-wash" cx="32" cy="33" r="13" />
      <path d="M21 42a14 14 0 1 1 22 0" />
      <path d="M32 6v3M14 13l2.500 2.500M50 13l-2.500 2.500M7 30h4M53 30h4" />
      <path d="M4 44c9-5 17-3 24 1s18 5 32-2M4 54c9-5 17-3 24 1s18 5 32-2" />
    </Drawing>
  );
}

function SeeHowItWorked(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <circle className="sm-wash" cx="27" cy="27" r="18" />
      <circle cx="27" cy="27" r="18" />
      <path d="m40 40 16 16" />
      <path d="M20 23v2M34 23v2M19 31c3.500 5 12.500 5 16 0" />
    </Drawing>
  );
}

/** Keys in the order of the steps. */
export const STEP_PICTURES = {
  money: FindOutMoney,
  plan: MakePlan,
  agreed: PlanAgreed,
  hold: OrganiseMoney,
  support: OrganiseSupport,
  life: LiveMyLife,
  review: SeeHowItWorked,
} as const;

export type StepKey = keyof typeof STEP_PICTURES;

export const STEP_KEYS = Object.keys(STEP_PICTURES) as readonly StepKey[];

export function StepPicture({ step, ...props }: PictureProps & { readonly step: StepKey }): ReactNode {
  const Picture = STEP_PICTURES[step];
  return <Picture {...props} />;
}
