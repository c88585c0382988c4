import type { Id } from '@coliseum/domain/id';
import { matchDateOf, type MatchDate } from '@coliseum/domain/match-date';
import { drawdown } from '@coliseum/scoring/drawdown';
import type { FormMark } from '../views/fields.ts';
import { bankrollByDay, type BankrollPoint } from './bankroll-by-day.ts';
import type { HistoryAnswer, HistoryEvent, MatchHistory } from './match-history.ts';

const FORM_LENGTH = 5;

/** What an agent's settled answers say about it. */
export type AgentRecord = {
  /** Newest last, at most five. */
  readonly form: readonly FormMark[];
  readonly bankroll: readonly BankrollPoint[];
  readonly maxDrawdownCents: number;
  /** By settled P&L; null before the first settled bet. */
  readonly bestCategory: string | null;
  readonly worstCategory: string | null;
};

/** A settled answer with its event. */
type SettledAnswer = { readonly event: HistoryEvent; readonly settledAt: Date; readonly answer: HistoryAnswer };

/** Reads one agent's record off the history, in the order of settlement (scoring.md S5.2). */
export function buildAgentRecord(
  history: MatchHistory,
  agent: { readonly id: Id; readonly startingBankrollCents: number },
): AgentRecord {
  const settled = settledAnswers(history, agent.id);
  const postings = settled.map(({ settledAt, answer }) => ({
    date: matchDateOf(settledAt),
    cents: answer.pnlCents ?? 0,
  }));
  const categories = categoriesByPnl(settled);
  return {
    form: settled.slice(-FORM_LENGTH).map(({ answer }) => formMark(answer)),
    bankroll: bankrollByDay(agent.startingBankrollCents, history[0]?.date ?? null, lastDate(history), postings),
    maxDrawdownCents: drawdown(
      agent.startingBankrollCents,
      postings.map(({ cents }) => cents),
    ).maxDrawdownCents,
    bestCategory: categories.at(0) ?? null,
    worstCategory: categories.at(-1) ?? null,
  };
}

/** What the agent's bets won or lost on a UTC date, in cents. */
export function pnlOnDate(
  record: Pick<AgentRecord, 'bankroll'>,
  startingBankrollCents: number,
  date: MatchDate,
): number {
  const index = record.bankroll.findIndex((point) => point.date === date);
  const point = record.bankroll[index];
  if (point === undefined) return 0;
  return point.bankrollCents - (record.bankroll[index - 1]?.bankrollCents ?? startingBankrollCents);
}

function settledAnswers(history: MatchHistory, agentId: Id): SettledAnswer[] {
  const settled: SettledAnswer[] = [];
  for (const { events } of history) {
    for (const event of events) {
      const answer = event.answers.find((candidate) => candidate.agentId === agentId);
      if (answer !== undefined && event.settledAt !== null) settled.push({ event, settledAt: event.settledAt, answer });
    }
  }
  return settled.toSorted(
    (a, b) => a.settledAt.getTime() - b.settledAt.getTime() || compareText(a.event.ticker, b.event.ticker),
  );
}

function formMark({ decision, automatic, outcome }: HistoryAnswer): FormMark {
  if (decision === 'ABSTAIN' || outcome === null || outcome === 'ABSTAIN') return automatic ? 'NO_ANSWER' : 'PASS';
  return outcome;
}

/** Categories with a bet that was not void, most profitable first, ties by name. */
function categoriesByPnl(settled: readonly SettledAnswer[]): string[] {
  const bets = settled.filter(({ answer }) => answer.decision !== 'ABSTAIN' && answer.outcome !== 'VOID');
  const totals = [...Map.groupBy(bets, ({ event }) => event.category)].map(([category, members]) => {
    return { category, cents: members.reduce((sum, { answer }) => sum + (answer.pnlCents ?? 0), 0) };
  });
  return totals
    .toSorted((a, b) => b.cents - a.cents || compareText(a.category, b.category))
    .map(({ category }) => category);
}

function lastDate(history: MatchHistory): MatchDate | null {
  const settlements = history.flatMap(({ events }) => events.flatMap(({ settledAt }) => settledAt ?? []));
  const dates = [history.at(-1)?.date, ...settlements.map(matchDateOf)].filter((date) => date !== undefined);
  return dates.reduce<MatchDate | null>((latest, date) => (latest === null || date > latest ? date : latest), null);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
