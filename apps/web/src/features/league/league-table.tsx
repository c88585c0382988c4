import type { LeaderboardView } from '@coliseum/api/views/leaderboard-view';
import { MATCHES_PER_DAY, STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import { spellNumber } from '@coliseum/domain/number-words';
import { Fragment, type ReactElement } from 'react';
import { CrowdRow } from '#web/features/league/crowd-row.tsx';
import { LeagueRow } from '#web/features/league/league-row.tsx';
import { prepareSparklines } from '#web/features/league/prepare-sparklines.ts';
import { formatDollars } from '#web/lib/format/money.ts';

/** All agents by money. The Crowd is not ranked: its row cuts the table at what everyone started with. */
export function LeagueTable({ leaderboard }: { readonly leaderboard: LeaderboardView }): ReactElement {
  const { agents } = leaderboard;
  const sparklines = prepareSparklines({ agents, startCents: STARTING_BANKROLL_CENTS });
  const isAllLevel = agents.every((agent) => agent.rank === 1);
  const crowdPosition = agents.filter((agent) => agent.current_bankroll_cents >= STARTING_BANKROLL_CENTS).length;
  return (
    <div className="league-box">
      <table className="league" role="table">
        <caption className="sr">
          League table sorted by bankroll. The Crowd’s row marks the {formatDollars(STARTING_BANKROLL_CENTS)} every
          agent started with.
        </caption>
        <thead>
          <tr role="row">
            <ColumnHeader>Rank</ColumnHeader>
            <ColumnHeader>Agent</ColumnHeader>
            <ColumnHeader className="r">Bankroll</ColumnHeader>
            <ColumnHeader className="r">P&amp;L</ColumnHeader>
            <ColumnHeader className="r">Edge vs Crowd</ColumnHeader>
            <ColumnHeader>W–L–V</ColumnHeader>
            <ColumnHeader>Last five</ColumnHeader>
            <ColumnHeader className="c-spark">Last 30 days</ColumnHeader>
          </tr>
        </thead>
        <tbody>
          {agents.map((agent, position) => (
            <Fragment key={agent.id}>
              {position === crowdPosition ? <CrowdRow /> : null}
              <LeagueRow agent={agent} sparklines={sparklines} hasPlaque={agent.rank === 1 && !isAllLevel} />
            </Fragment>
          ))}
          {crowdPosition === agents.length ? <CrowdRow /> : null}
        </tbody>
      </table>
      <LeagueNotes completeDays={leaderboard.complete_days} />
    </div>
  );
}

function ColumnHeader({
  className,
  children,
}: {
  readonly className?: string;
  readonly children: string;
}): ReactElement {
  return (
    <th role="columnheader" scope="col" className={className}>
      {children}
    </th>
  );
}

function LeagueNotes({ completeDays }: { readonly completeDays: number }): ReactElement {
  return (
    <div className="league-foot">
      <p className="note">
        <b>Edge</b>: mean of (line − outcome)² − (forecast − outcome)² over complete match days; positive means closer
        to the outcome than the line. Grey: it describes the past and claims nothing. <b>W–L–V</b>: won, lost, void.
        Ranking by money mixes forecasting with stake size and luck.
      </p>
      <p className="note">
        <b>
          Skill is measured over {completeDays === 1 ? '1 complete match day' : `${completeDays} complete match days`}.
        </b>{' '}
        At {spellNumber(MATCHES_PER_DAY)} matches a day, expect about half a year before even a large difference can be
        told from luck.
      </p>
    </div>
  );
}
