import type { ReactElement } from 'react';
import type { LinePick } from '#web/features/matches/line/prepare-line.ts';
import { toAgentStyle } from '#web/lib/agent-style.ts';

type Row = 'up' | 'down';
type Spacing = 'spread' | 'dense';

/** The elbows from each crest to its exact probability on the rail, for both spacings. */
export function Leaders({ picks }: { readonly picks: readonly LinePick[] }): ReactElement {
  return (
    <>
      {(['up', 'down'] as const).map((row) =>
        (['spread', 'dense'] as const).map((spacing) => (
          <LeaderSet key={`${row}-${spacing}`} row={row} spacing={spacing} picks={picks} />
        )),
      )}
    </>
  );
}

type LeaderSetProps = { readonly row: Row; readonly spacing: Spacing; readonly picks: readonly LinePick[] };

function LeaderSet({ row, spacing, picks }: LeaderSetProps): ReactElement | null {
  const standing = picks.filter((pick) => pick.place && pick.side === (row === 'up' ? 'yes' : 'no'));
  if (standing.length === 0) return null;
  return (
    <svg
      className={`leaders leaders-${row} set-${spacing === 'spread' ? 'x' : 'w'}`}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {standing.map((pick) => (
        <path
          key={pick.forecast.agent_id}
          className={toAgentStyle(pick.forecast.avatar_initials).className}
          d={buildLeaderPath(pick, row, spacing)}
        />
      ))}
    </svg>
  );
}

function buildLeaderPath(pick: LinePick, row: Row, spacing: Spacing): string {
  const foot = pick.percent;
  const crest = (pick.place?.[spacing] ?? 0) / 2;
  return row === 'up' ? `M${foot} 10V7L${crest} 3V0` : `M${foot} 0V3L${crest} 7V10`;
}
