import { AGENT_HISTORY_LENGTH, type Agent, type AgentHistoryEntry } from '@coliseum/domain/agent';
import { isStakedBet, type Bet, type StakedBet } from '@coliseum/domain/bet';
import { checkEqual } from './check-equal.ts';
import type { Problem } from './problems.ts';

/** Checks the recent bets stored with each agent against the bets themselves. */
export type HistoryCheck = {
  readonly add: (bet: Bet) => Problem[];
  /** Reports entries without a bet, and histories of the wrong length. */
  readonly end: () => Problem[];
};

/** Expects every bet once. */
export function createHistoryCheck(agents: readonly Agent[]): HistoryCheck {
  const unseen = new Map<
    string,
    { readonly name: string; readonly agentId: string; readonly entry: AgentHistoryEntry }
  >();
  const settledStakes = new Map<string, number>();
  for (const { id, name, history } of agents) {
    for (const entry of history) unseen.set(entry.betId, { name, agentId: id, entry });
  }
  return {
    add: (bet) => {
      if (bet.status !== 'settled' || !isStakedBet(bet)) return [];
      settledStakes.set(bet.agentId, (settledStakes.get(bet.agentId) ?? 0) + 1);
      const found = unseen.get(bet.id);
      if (found === undefined || found.agentId !== bet.agentId) return [];
      unseen.delete(bet.id);
      return checkHistoryEntry(found.entry, bet, found.name);
    },
    end: () => [
      ...[...unseen.values()].map(
        ({ name, entry }) => `agent ${name}: history has bet ${entry.betId}, which is not one of its settled bets`,
      ),
      ...agents.flatMap(({ id, name, history }) => {
        const expected = Math.min(AGENT_HISTORY_LENGTH, settledStakes.get(id) ?? 0);
        return checkEqual(`agent ${name}: length of its history`, history.length, expected);
      }),
    ],
  };
}

function checkHistoryEntry(entry: AgentHistoryEntry, bet: StakedBet, agentName: string): Problem[] {
  const name = `agent ${agentName}: history of bet ${bet.id}:`;
  return [
    ...checkEqual(`${name} event`, entry.eventId, bet.eventId),
    ...checkEqual(`${name} decision`, entry.decision, bet.decision),
    ...checkEqual(`${name} stake`, entry.amountCents, bet.amountWageredCents),
    ...checkEqual(`${name} P&L`, entry.pnlCents, bet.pnlCents),
    ...checkEqual(`${name} result`, entry.result, bet.outcome),
    ...checkEqual(`${name} settled`, entry.settledAt, bet.settledAt),
  ];
}
