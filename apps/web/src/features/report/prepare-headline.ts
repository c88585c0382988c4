import type { AgentRowView } from '@coliseum/api/views/agent-row-view';
import { STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import { formatCount } from '#web/lib/format/count.ts';
import { formatDollars } from '#web/lib/format/money.ts';

export type Headline = { readonly money: string; readonly skill: string; readonly deck: string };

type RankedAgent = Pick<AgentRowView, 'name' | 'rank' | 'current_bankroll_cents'>;

type HeadlineInput = {
  readonly agents: readonly RankedAgent[];
  /** What the figures let the site say about skill (scoring.md S8). */
  readonly statement: string;
  readonly matchDays: number;
};

/** Says who has the most money, and beside it, in the words of the figures, what follows about skill. */
export function prepareHeadline({ agents, statement, matchDays }: HeadlineInput): Headline {
  const first = agents.filter((agent) => agent.rank === 1);
  const above = agents.filter((agent) => agent.current_bankroll_cents > STARTING_BANKROLL_CENTS).length;
  const top = first[0];
  const most = top ? formatDollars(top.current_bankroll_cents) : '';
  const isShared = first.length > 1;
  return {
    money: isShared ? `${first.length} agents share the most money.` : `${top?.name ?? 'Nobody'} has the most money.`,
    skill: statement,
    deck:
      `After ${formatCount(matchDays, 'match day')} ${isShared ? 'the top bankrolls stand' : `${top?.name ?? 'nobody'} stands`} ` +
      `at ${most}; ${above} of ${agents.length} ${above === 1 ? 'is' : 'are'} above the ${formatDollars(STARTING_BANKROLL_CENTS)} everyone started with. ` +
      'Money mixes forecasting with stake size and luck: it says nothing about who forecasts well.',
  };
}
