import type { ReactElement } from 'react';
import { formatEdge } from '#web/lib/format/count.ts';

/** The edge at the end of the scale; a larger one is drawn there too. */
const SCALE = 0.046;
const CENTRE = 59;
const REACH = 54;
const MARK = 7;

/**
 * A mean edge against the Crowd's zero; null before the first complete match day. Grey and hollow, without an interval:
 * it describes the past and claims nothing.
 */
export function EdgeWhisker({ edge }: { readonly edge: number | null }): ReactElement {
  return (
    <span className="edge">
      <svg className="whisk" viewBox="0 0 118 22" preserveAspectRatio="none" aria-hidden="true">
        <path className="zero" d={`M${CENTRE} 0V22`} vectorEffect="non-scaling-stroke" />
        {edge === null ? null : <path className="pt" d={buildMarkPath(edge)} vectorEffect="non-scaling-stroke" />}
      </svg>
      {edge === null ? (
        <b>
          <span aria-hidden="true">–</span>
          <span className="sr">not scored yet</span>
        </b>
      ) : (
        <b>{formatEdge(edge)}</b>
      )}
    </span>
  );
}

function buildMarkPath(edge: number): string {
  const centre = CENTRE + (Math.min(SCALE, Math.max(-SCALE, edge)) / SCALE) * REACH;
  return `M${(centre - MARK / 2).toFixed(1)} 7.5h${MARK}v${MARK}h-${MARK}Z`;
}
