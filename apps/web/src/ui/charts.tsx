// Charts that explain themselves: a title that says the finding, labels on the marks, and the same numbers as a table.
import { type ReactNode, useId } from 'react';
import { useKit } from './kit.tsx';
import { Details } from './layout.tsx';
import { DataTable } from './lists.tsx';

export type ChartPoint = {
  readonly key: string;
  readonly label: string;
  /** null where too few people to show. */
  readonly value: number | null;
  /** Said beside a bar that has no value: "fewer than 5". */
  readonly note?: string;
};

type ChartBase = {
  /** The finding: "Most money goes on help at home". */
  readonly title: string;
  readonly text?: ReactNode;
  readonly labelHeading: string;
  readonly valueHeading: string;
  readonly format: (value: number) => string;
  readonly headingLevel?: 2 | 3 | 4;
};

export type BarChartProps = ChartBase & { readonly points: readonly ChartPoint[] };

function Twin(props: ChartBase & { readonly points: readonly ChartPoint[] }): ReactNode {
  const { labels } = useKit();
  return (
    <Details summary={labels.showNumbers}>
      <DataTable
        caption={props.title}
        captionHidden
        rows={props.points}
        rowKey={(point) => point.key}
        columns={[
          { key: 'label', heading: props.labelHeading, cell: (point) => point.label, rowHeading: true },
          {
            key: 'value',
            heading: props.valueHeading,
            cell: (point) => (point.value === null ? (point.note ?? labels.nothing) : props.format(point.value)),
            number: true,
          },
        ]}
      />
    </Details>
  );
}

/** Bars lie down, so that their names can be read without turning the head, on a phone too. */
export function BarChart(props: BarChartProps): ReactNode {
  const { title, text, points, format, headingLevel = 3 } = props;
  const { labels } = useKit();
  const titleId = useId();
  const Heading = `h${headingLevel}` as const;
  const most = Math.max(1, ...points.map((point) => point.value ?? 0));
  return (
    <figure className="sm-chart" aria-labelledby={titleId}>
      <Heading id={titleId} className="sm-chart__title">
        {title}
      </Heading>
      {text && <p className="sm-chart__text">{text}</p>}
      <div className="sm-bars" aria-hidden="true">
        {points.map((point) => (
          <div key={point.key} className="sm-bars__row">
            <span className="sm-bars__label">{point.label}</span>
            <span className="sm-bars__track">
              <svg className="sm-bars__bar" aria-hidden="true">
                <rect
                  width={`${(Math.max(0, point.value ?? 0) / most) * 100}%`}
                  height="100%"
                  rx="3"
                  className="sm-fill-green"
                />
              </svg>
            </span>
            <span className="sm-bars__value">
              {point.value === null ? (point.note ?? labels.nothing) : format(point.value)}
            </span>
          </div>
        ))}
      </div>
      <Twin {...props} />
    </figure>
  );
}

export type LineChartProps = ChartBase & { readonly points: readonly ChartPoint[] };

/** A round number at or above `value`, so that the top of the scale can be said aloud. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 3, 4, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** One line over time. Months without a value leave a gap: a line is never drawn through what is not known. */
export function LineChart(props: LineChartProps): ReactNode {
  const { title, text, points, format, headingLevel = 3 } = props;
  const titleId = useId();
  const Heading = `h${headingLevel}` as const;
  const top = roundUp(Math.max(0, ...points.map((point) => point.value ?? 0)));
  // Both in hundredths of the drawing, which stretches to whatever room there is; strokes keep their width.
  const x = (index: number): number => (points.length < 2 ? 50 : (index / (points.length - 1)) * 100);
  const y = (value: number): number => 100 - (value / top) * 100;
  const runs: string[] = [];
  let open = false;
  points.forEach((point, index) => {
    if (point.value === null) {
      open = false;
      return;
    }
    const place = `${x(index).toFixed(1)} ${y(point.value).toFixed(1)}`;
    if (open) runs.push(`L${place}`);
    else runs.push(`M${place}`);
    open = true;
  });
  const middle = Math.floor((points.length - 1) / 2);
  const named = points.filter((_, index) => index === 0 || index === middle || index === points.length - 1);
  return (
    <figure className="sm-chart" aria-labelledby={titleId}>
      <Heading id={titleId} className="sm-chart__title">
        {title}
      </Heading>
      {text && <p className="sm-chart__text">{text}</p>}
      <div className="sm-line" aria-hidden="true">
        <div className="sm-line__scale">
          {[1, 0.5, 0].map((share) => (
            <span key={share}>{format(top * share)}</span>
          ))}
        </div>
        <svg className="sm-line__drawing" aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">
          {[0, 50, 100].map((height) => (
            <path key={height} d={`M0 ${height}H100`} className="sm-line__grid" />
          ))}
          <path d={runs.join('')} className="sm-line__path" />
          {points.map(
            (point, index) =>
              point.value !== null && (
                <path key={point.key} d={`M${x(index)} ${y(point.value)}h0`} className="sm-line__dot" />
              ),
          )}
        </svg>
        <div className="sm-line__names">
          {named.map((point) => (
            <span key={point.key}>{point.label}</span>
          ))}
        </div>
      </div>
      <Twin {...props} />
    </figure>
  );
}
