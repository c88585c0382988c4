import type { ReactElement } from 'react';
import { toAgentStyle } from '#web/lib/agent-style.ts';
import { cn } from '#web/lib/cn.ts';

type ChartCrestProps = {
  readonly initials: string;
  /** In percent of the width. */
  readonly x: number;
  readonly y: number;
  readonly isSelf: boolean;
};

/** The crest at the end of a chart line: in full colour for the agent itself, hollow for the field. */
export function ChartCrest({ initials, x, y, isSelf }: ChartCrestProps): ReactElement {
  const agentStyle = toAgentStyle(initials);
  const size = isSelf ? 26 : 20;
  return (
    <svg x={`${x}%`} y={y} overflow="visible">
      <g transform={`translate(${isSelf ? 5 : 8} ${-size / 2})`}>
        <svg
          width={size}
          height={size}
          viewBox="0 0 32 32"
          overflow="visible"
          className={cn('chart-crest', agentStyle.className, !isSelf && 'muted-crest')}
        >
          <use href={`#${agentStyle.shape}`} />
          <text x="16" y={agentStyle.textY} textAnchor="middle">
            {initials}
          </text>
        </svg>
      </g>
    </svg>
  );
}
