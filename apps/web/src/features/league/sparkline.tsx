import type { ReactElement } from 'react';
import { SPARK_HEIGHT, SPARK_WIDTH, type Sparklines } from '#web/features/league/prepare-sparklines.ts';

type SparklineProps = { readonly agentId: string; readonly sparklines: Sparklines };

/** An agent's bankroll over the latest thirty days, with the starting bankroll dashed. Its figures are in the row. */
export function Sparkline({ agentId, sparklines }: SparklineProps): ReactElement | null {
  const line = sparklines.lines.get(agentId);
  if (!line) return null;
  return (
    <svg className="spark" viewBox={`0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}`} aria-hidden="true">
      <path className="base" d={`M0 ${sparklines.baseY}H${SPARK_WIDTH - 4}`} />
      <path className="path" d={line.path} />
      <circle className="spark-end" cx={line.endX} cy={line.endY} r="3.5" />
    </svg>
  );
}
