import { scaleBand, scaleLinear } from 'd3-scale';
import { useId } from 'preact/hooks';
import type { CompanyOverview } from '../../../shared/api/overview.ts';
import { formatHour } from '../../../shared/ui/format-time.ts';
import { useTexts } from '../texts.ts';

type Hours = CompanyOverview['hours'];

const WIDTH = 620;
const HEIGHT = 190;
const MARGIN = { top: 10, right: 4, bottom: 24, left: 38 };
/** Hours that carry their name below the bars. */
const LABEL_EVERY = 6;
const TICKS = 3;

/** Calls of the last day by the hour, answered and failed; the same as a table for who cannot see it. */
export function CallChart({ hours }: { hours: Hours }) {
  const { console: texts } = useTexts();
  const own = texts.overview;
  const total = (of: 'calls' | 'failures') => hours.reduce((sum, hour) => sum + hour[of], 0);
  const [calls, failed] = [own.calls(total('calls')), own.failed(total('failures'))];
  const title = useId();
  return (
    <section class="card">
      <header class="card-header">
        <h2>{own.day}</h2>
        <p class="chart-legend">
          <span class="key key-answered">{calls}</span>
          <span class="key key-failed">{failed}</span>
        </p>
      </header>
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={title}>
        <title id={title}>{own.chart(calls, failed)}</title>
        <Bars hours={hours} />
      </svg>
      <details>
        <summary>{own.asTable}</summary>
        <HourTable hours={hours} />
      </details>
    </section>
  );
}

function Bars({ hours }: { hours: Hours }) {
  const { language } = useTexts();
  const most = Math.max(TICKS, ...hours.map(({ calls }) => calls));
  const across = scaleBand(
    hours.map(({ hour }) => hour),
    [MARGIN.left, WIDTH - MARGIN.right],
  ).padding(0.28);
  const up = scaleLinear([0, most], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(TICKS);
  const bar = (hour: string, from: number, to: number, kind: string) =>
    to > from && (
      <rect
        class={`bar bar-${kind}`}
        x={across(hour)}
        y={up(to)}
        width={across.bandwidth()}
        height={up(from) - up(to)}
        rx={2}
      />
    );
  return (
    <g aria-hidden="true">
      {up.ticks(TICKS).map((tick) => (
        <g key={tick}>
          <line class="grid" x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={up(tick)} y2={up(tick)} />
          <text class="axis" x={MARGIN.left - 8} y={up(tick)} dy="0.32em" text-anchor="end">
            {tick.toLocaleString(language)}
          </text>
        </g>
      ))}
      {hours.map(({ hour, calls, failures }, index) => (
        <g key={hour}>
          {bar(hour, 0, calls - failures, 'answered')}
          {bar(hour, calls - failures, calls, 'failed')}
          {(hours.length - 1 - index) % LABEL_EVERY === 0 && (
            <text
              class="axis"
              x={(across(hour) ?? 0) + across.bandwidth() / 2}
              y={HEIGHT - 6}
              text-anchor={index === hours.length - 1 ? 'end' : 'middle'}
            >
              {formatHour(hour, language)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function HourTable({ hours }: { hours: Hours }) {
  const { console: texts, language } = useTexts();
  const own = texts.overview;
  return (
    <table class="plain-table">
      <thead>
        <tr>
          <th scope="col">{own.hour}</th>
          <th scope="col">{own.answered}</th>
          <th scope="col">{own.failures}</th>
        </tr>
      </thead>
      <tbody>
        {hours.map(({ hour, calls, failures }) => (
          <tr key={hour}>
            <th scope="row">{formatHour(hour, language)}</th>
            <td>{calls - failures}</td>
            <td>{failures}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
