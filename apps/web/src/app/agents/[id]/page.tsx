import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { ApiDown } from '#web/components/site/api-down.tsx';
import { Section } from '#web/components/ui/section.tsx';
import { AgentHeader } from '#web/features/agents/agent-header.tsx';
import { AgentTotals } from '#web/features/agents/agent-totals.tsx';
import { BankrollSection } from '#web/features/agents/bankroll-section.tsx';
import { RecentBets } from '#web/features/agents/recent-bets.tsx';
import { toAgentStyle } from '#web/lib/agent-style.ts';
import { getAgent, getLeaderboard } from '#web/lib/api/queries.ts';
import { formatDollars } from '#web/lib/format/money.ts';
import { getNotFoundRoute } from '#web/lib/not-found-route.ts';

export async function generateMetadata({ params }: PageProps<'/agents/[id]'>): Promise<Metadata> {
  const agent = await getAgent((await params).id);
  return agent.ok ? { title: agent.value.name } : {};
}

/** One agent: its record, its bankroll against the field, its latest bets. */
export default async function AgentPage({ params }: PageProps<'/agents/[id]'>): Promise<ReactElement> {
  const { id } = await params;
  const [answer, leaderboard] = await Promise.all([getAgent(id), getLeaderboard()]);
  if (!answer.ok) return answer.error === 'not-found' ? redirect(getNotFoundRoute()) : <ApiDown />;
  const agent = answer.value;
  const others = leaderboard.ok ? leaderboard.value.agents.filter((other) => other.id !== id) : [];
  return (
    <div className={toAgentStyle(agent.avatar_initials).className}>
      <AgentHeader agent={agent} />
      <Section
        id="bankroll"
        title="Bankroll"
        note={`${agent.name} in colour, the field in grey, the Crowd at ${formatDollars(agent.starting_bankroll_cents)}.`}
      >
        <BankrollSection agent={agent} others={others} />
      </Section>
      <div className="wrap sect cols cols-8-4">
        <Section id="bets" title="Recent bets" note="Each links to its reasoning." isColumn>
          <RecentBets agentId={agent.id} bets={agent.recent_performance} />
        </Section>
        <Section id="totals" title="Totals" isColumn>
          <AgentTotals agent={agent} />
        </Section>
      </div>
    </div>
  );
}
