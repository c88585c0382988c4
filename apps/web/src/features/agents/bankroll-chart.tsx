import { STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import type { ReactElement } from 'react';
import { ChartCrest } from '#web/features/agents/chart-crest.tsx';
import { CHART_BOTTOM, type BankrollChart as Drawing } from '#web/features/agents/prepare-bankroll-chart.ts';
import { toAgentStyle } from '#web/lib/agent-style.ts';
import { formatDollars } from '#web/lib/format/money.ts';

type BankrollChartProps = { readonly name: string; readonly initials: string; readonly chart: Drawing };

const HEIGHT = 332;

/** Bankroll by day: the agent in its colour, the field in grey, the Crowd in vermilion. Drawn on the server. */
export function BankrollChart({ name, initials, chart }: BankrollChartProps): ReactElement {
  return (
    <div className="plot">
      <svg
        className={`chart ${toAgentStyle(initials).className}`}
        height={HEIGHT}
        role="img"
        aria-label={`Bankroll of ${name} by day, against the field and the ${formatDollars(STARTING_BANKROLL_CENTS)} start. The table below has the figures.`}
      >
        <ChartLines chart={chart} />
        {[...chart.field, chart.self].map((line) => (
          <ChartCrest
            key={line.id}
            initials={line.initials}
            x={line.endPercent}
            y={chart.crestY.get(line.id) ?? line.endY}
            isSelf={line.id === chart.self.id}
          />
        ))}
        {chart.dates.map((tick) => (
          <text key={tick.at} x={`${tick.at}%`} y={HEIGHT - 2} textAnchor={tick.anchor}>
            {tick.label}
          </text>
        ))}
        <text className="crowdtext halo" x="39%" textAnchor="middle" y={chart.crowdY - 6}>
          the Crowd
        </text>
        {chart.levels.map((level) => (
          <text key={level.label} x="-8" y={level.at + 4} textAnchor="end">
            {level.label}
          </text>
        ))}
      </svg>
    </div>
  );
}

function ChartLines({ chart }: { readonly chart: Drawing }): ReactElement {
  const across = `H${chart.days}`;
  return (
    <svg width="100%" height="330" viewBox={`0 0 ${chart.days} 330`} preserveAspectRatio="none" overflow="visible">
      {chart.levels.map((level) => (
        <path
          key={level.label}
          className={level.at === CHART_BOTTOM ? 'ax' : 'level'}
          vectorEffect="non-scaling-stroke"
          d={`M0 ${level.at}${across}`}
        />
      ))}
      <path className="crowdline" vectorEffect="non-scaling-stroke" d={`M0 ${chart.crowdY}${across}`} />
      {chart.field.map((line) => (
        <path key={line.id} className="field" d={line.path} />
      ))}
      <path className="self" d={chart.self.path} />
    </svg>
  );
}
