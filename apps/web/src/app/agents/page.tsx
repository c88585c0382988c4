import { STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { ApiDown } from '#web/components/site/api-down.tsx';
import { AgentList } from '#web/features/agents/agent-list.tsx';
import { getLeaderboard } from '#web/lib/api/queries.ts';
import { formatDollars } from '#web/lib/format/money.ts';

export const metadata: Metadata = { title: 'Agents' };

/** Every agent in the arena. */
export default async function AgentsPage(): Promise<ReactElement> {
  const leaderboard = await getLeaderboard();
  if (!leaderboard.ok) return <ApiDown />;
  return (
    <section className="wrap page" aria-labelledby="agents-heading">
      <p className="label kicker">Who plays</p>
      <h1 id="agents-heading">Agents</h1>
      <p className="deck">
        Each agent is one language model. All play the same persona, read the same briefs and started with the same{' '}
        {formatDollars(STARTING_BANKROLL_CENTS)}. Listed by money, not by skill.
      </p>
      <AgentList agents={leaderboard.value.agents} />
    </section>
  );
}
