// Money as people read it, and one line of a budget as one bar: spent, spoken for, left. The words say it all again.
import { type ReactNode, useId } from 'react';
import { classes, useKit } from './kit.tsx';

/** Pounds and pence, both, always, in figures of one width. */
export function Money({
  pence,
  strong,
  big,
}: {
  readonly pence: number | bigint;
  readonly strong?: boolean;
  readonly big?: boolean;
}): ReactNode {
  const { formatMoney } = useKit();
  return (
    // Isolated, or its minus sign would go behind it in a language from right to left.
    <bdi className={classes('sm-money', strong && 'sm-money--strong', big && 'sm-money--big')}>
      {formatMoney(pence)}
    </bdi>
  );
}

export type MoneyBarProps = {
  /** Whose money, or which: "Social care money". */
  readonly label: ReactNode;
  readonly spentPence: number;
  readonly spokenForPence: number;
  readonly leftPence: number;
  /** The number and what it means: "That is about £132 a week until 31 March." */
  readonly sentence?: ReactNode;
  /** Who holds it and the like, under the name. */
  readonly note?: ReactNode;
  readonly headingLevel?: 2 | 3 | 4;
};

export function MoneyBar(props: MoneyBarProps): ReactNode {
  const { label, spentPence, spokenForPence, leftPence, sentence, note, headingLevel = 3 } = props;
  const { labels, formatMoney } = useKit();
  const hatch = useId();
  const Heading = `h${headingLevel}` as const;
  const whole = Math.max(1, Math.max(0, spentPence) + Math.max(0, spokenForPence) + Math.max(0, leftPence));
  const spent = (Math.max(0, spentPence) / whole) * 100;
  const spoken = (Math.max(0, spokenForPence) / whole) * 100;
  return (
    <section className="sm-moneybar">
      <div className="sm-moneybar__head">
        <Heading className="sm-moneybar__label">{label}</Heading>
        {note && <p className="sm-moneybar__note">{note}</p>}
      </div>
      <p className="sm-moneybar__left">
        <bdi className="sm-moneybar__figure">{formatMoney(leftPence)}</bdi> {labels.left}
      </p>
      {/* The list below is the bar in words, so the drawing itself is silent. */}
      <svg className="sm-moneybar__bar" aria-hidden="true" preserveAspectRatio="none">
        <defs>
          <pattern id={hatch} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="9" height="9" className="sm-fill-wash" />
            <rect width="4" height="9" className="sm-fill-green" />
          </pattern>
        </defs>
        <rect width="100%" height="100%" className="sm-fill-left" />
        <rect x={`${spent}%`} width={`${spoken}%`} height="100%" fill={`url(#${hatch})`} />
        <rect width={`${spent}%`} height="100%" className="sm-fill-green" />
        {spent > 0 && spent < 100 && <line x1={`${spent}%`} x2={`${spent}%`} y1="0" y2="100%" className="sm-rule" />}
        {spoken > 0 && spent + spoken < 100 && (
          <line x1={`${spent + spoken}%`} x2={`${spent + spoken}%`} y1="0" y2="100%" className="sm-rule" />
        )}
      </svg>
      <dl className="sm-moneybar__key">
        <div>
          <dt>
            <span className="sm-swatch sm-swatch--spent" aria-hidden="true" />
            {labels.spent}
          </dt>
          <dd>
            <Money pence={spentPence} />
          </dd>
        </div>
        <div>
          <dt>
            <span className="sm-swatch sm-swatch--spoken" aria-hidden="true" />
            {labels.spokenFor}
          </dt>
          <dd>
            <Money pence={spokenForPence} />
          </dd>
        </div>
        <div>
          <dt>
            <span className="sm-swatch sm-swatch--left" aria-hidden="true" />
            {labels.left}
          </dt>
          <dd>
            <Money pence={leftPence} />
          </dd>
        </div>
      </dl>
      {sentence && <p className="sm-moneybar__sentence">{sentence}</p>}
    </section>
  );
}
