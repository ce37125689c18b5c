// The eight kinds of support, drawn: things people do and use, never people looking sad.
import type { ReactNode } from 'react';
import { Drawing, type PictureProps } from './pen.tsx';

function HelpAtHome(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <path className="sm-wash" d="M14 28 32 12l18 16v24H14Z" />
      <path d="M8 31 32 10l24 21" />
      <path d="M44 19v-7h6v12" />
      <path d="M14 27v26h36V27" />
      <path
        className="sm-solid"
        d="M32 47c-6.500-4.300-9-7.100-9-10.400 0-4.900 6.500-6.300 9-1.700 2.500-4.600 9-3.200 9 1.700 0 3.300-2.500 6.100-9 10.400Z"
      />
    </Drawing>
  );
}

function OutAndAbout(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <rect className="sm-wash" x="8" y="15" width="48" height="32" rx="5" />
      <rect x="8" y="15" width="48" height="32" rx="5" />
      <path d="M8 34h48M24 15v19M40 15v19" />
      <path d="M8 24H4v6M56 24h4v6" />
      <circle className="sm-paper" cx="19" cy="48" r="6" />
      <circle className="sm-paper" cx="45" cy="48" r="6" />
      <circle className="sm-solid" cx="19" cy="48" r="1.500" />
      <circle className="sm-solid" cx="45" cy="48" r="1.500" />
      <path d="M13 40h4M47 40h4" />
    </Drawing>
  );
}

function Meals(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <path className="sm-wash" d="M9 33h46c0 12-9 20-23 20S9 45 9 33Z" />
      <path d="M6 33h52" />
      <path d="M9 33c0 12 9 20 23 20s23-8 23-20" />
      <path d="M23 53v4h18v-4" />
      <path d="M22 26c-3-4 3-6 0-11M32 26c-3-4 3-7 0-13M42 26c-3-4 3-6 0-11" />
    </Drawing>
  );
}

function DayActivities(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <path
        className="sm-wash"
        d="M32 10C18 10 8 19 8 31s10 22 22 22c4 0 5-2 5-4 0-3-3-4-3-7 0-2 2-4 5-4h7c7 0 12-4 12-10C56 17 45 10 32 10Z"
      />
      <path d="M32 10C18 10 8 19 8 31s10 22 22 22c4 0 5-2 5-4 0-3-3-4-3-7 0-2 2-4 5-4h7c7 0 12-4 12-10C56 17 45 10 32 10Z" />
      <circle className="sm-solid" cx="19" cy="34" r="3" />
      <circle className="sm-solid" cx="21" cy="23" r="3" />
      <circle className="sm-solid" cx="32" cy="18" r="3" />
      <circle className="sm-solid" cx="43" cy="23" r="3" />
      <path d="m44 58 12-14M53 41l6 5" />
    </Drawing>
  );
}

function SportAndLeisure(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <circle className="sm-wash" cx="32" cy="32" r="23" />
      <circle cx="32" cy="32" r="23" />
      <path className="sm-solid" d="m32 23 8.600 6.200-3.300 10.100H26.700l-3.300-10.100Z" />
      <path d="M32 23v-9M40.600 29.200l8.700-3M37.300 39.300l5.300 7.400M26.700 39.300l-5.300 7.400M23.400 29.200l-8.700-3" />
      <path d="m23.500 10.800 8.500 3.200 8.500-3.200M51.500 20.200l-2.200 6 5.500 8M46.500 49.800l-3.900-3.100-9.500 8M17.500 49.800l3.900-3.100 9.500 8M12.500 20.200l2.200 6-5.500 8" />
    </Drawing>
  );
}

function LearningAndWork(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <path className="sm-wash" d="M32 18c-6-5-14-6-24-5v35c10-1 18 0 24 5 6-5 14-6 24-5V13c-10-1-18 0-24 5Z" />
      <path d="M32 18c-6-5-14-6-24-5v35c10-1 18 0 24 5 6-5 14-6 24-5V13c-10-1-18 0-24 5Z" />
      <path d="M32 18v35" />
      <path d="M15 22c4 0 7 .6 10 2M15 30c4 0 7 .6 10 2M15 38c4 0 7 .6 10 2M49 22c-4 0-7 .6-10 2M49 30c-4 0-7 .6-10 2M49 38c-4 0-7 .6-10 2" />
    </Drawing>
  );
}

function EquipmentAndHome(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <circle className="sm-wash" cx="27" cy="42" r="14" />
      <circle cx="27" cy="42" r="14" />
      <circle className="sm-solid" cx="27" cy="42" r="2.500" />
      <path d="M13 12h6l3 20h19l6 17" />
      <path d="M20.500 22h15" />
      <circle className="sm-paper" cx="49" cy="52" r="4.500" />
      <path d="M22 32v-3" />
      <path d="M52 43h5" />
    </Drawing>
  );
}

function HealthAndWellbeing(props: PictureProps): ReactNode {
  return (
    <Drawing {...props}>
      <path className="sm-wash" d="M32 54C16 43 8 35 8 25c0-15 19-18 24-5 5-13 24-10 24 5 0 10-8 18-24 29Z" />
      <path d="M32 54C16 43 8 35 8 25c0-15 19-18 24-5 5-13 24-10 24 5 0 10-8 18-24 29Z" />
      <path d="M9 32h12l4-8 7 16 5-11 2 3h16" />
    </Drawing>
  );
}

export const CATEGORY_PICTURES = {
  'help-at-home': HelpAtHome,
  'out-and-about': OutAndAbout,
  meals: Meals,
  'day-activities': DayActivities,
  'sport-and-leisure': SportAndLeisure,
  'learning-and-work': LearningAndWork,
  'equipment-and-home': EquipmentAndHome,
  'health-and-wellbeing': HealthAndWellbeing,
} as const;

export type CategorySlug = keyof typeof CATEGORY_PICTURES;

export const CATEGORY_SLUGS = Object.keys(CATEGORY_PICTURES) as readonly CategorySlug[];

export function CategoryPicture({ slug, ...props }: PictureProps & { readonly slug: CategorySlug }): ReactNode {
  const Picture = CATEGORY_PICTURES[slug];
  return <Picture {...props} />;
}
