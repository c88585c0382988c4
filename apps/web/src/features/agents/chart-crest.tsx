import type { ReactElement } from 'react';
import { shirtOf } from '#web/lib/agent-shirt.ts';
import { cn } from '#web/lib/cn.ts';

type ChartCrestProps = { readonly initials: string; readonly y: number; readonly isSelf: boolean };

/** The crest at the end of a line of the chart: its own in full colour, the field's hollow. */
export function ChartCrest({ initials, y, isSelf }: ChartCrestProps): ReactElement {
  const shirt = shirtOf(initials);
  const size = isSelf ? 26 : 20;
  return (
    <svg x="100%" y={y} overflow="visible">
      <g transform={`translate(${isSelf ? 5 : 8} ${-size / 2})`}>
        <svg
          width={size}
          height={size}
          viewBox="0 0 32 32"
          overflow="visible"
          className={cn('chart-crest', shirt.className, !isSelf && 'muted-crest')}
        >
          <use href={`#${shirt.shape}`} />
          <text x="16" y={shirt.textY} textAnchor="middle">
            {initials}
          </text>
        </svg>
      </g>
    </svg>
  );
}
