import type { Agent } from '@coliseum/domain/agent';
import type { MatchDate } from '@coliseum/domain/match-date';
import { computeDrawdown } from '@coliseum/scoring/drawdown';
import type { FormMark } from '../views/fields.ts';
import { computeBankrollByDay, type BankrollPoint, type DayRange } from './bankroll-by-day.ts';
import type { HistoryAnswer } from './match-history.ts';
import { compareText, type SettledEvent, type SettlementTimeline } from './settlement-timeline.ts';

const FORM_LENGTH = 5;

/** An agent's record, computed from its settled answers. */
export type AgentRecord = {
  /** At most five, newest last. */
  readonly form: readonly FormMark[];
  readonly bankroll: readonly BankrollPoint[];
  readonly maxDrawdownCents: number;
  /** By settled P&L; null before the first settled bet. */
  readonly bestCategory: string | null;
  readonly worstCategory: string | null;
};

type SettledAnswer = SettledEvent & { readonly answer: HistoryAnswer };

type RecordedAgent = Pick<Agent, 'id' | 'startingBankrollCents' | 'from' | 'until'>;

/** Computes one agent's record from the settlements. */
export function buildAgentRecord(timeline: SettlementTimeline, agent: RecordedAgent): AgentRecord {
  const { settled } = timeline;
  const answers = settled.flatMap(({ event, date }): SettledAnswer[] => {
    const answer = event.answers.find(({ agentId }) => agentId === agent.id);
    return answer === undefined ? [] : [{ event, date, answer }];
  });
  const postings = answers.map(({ date, answer }) => ({ date, cents: answer.pnlCents ?? 0 }));
  const amounts = postings.map(({ cents }) => cents);
  const categories = rankCategoriesByPnl(answers);
  return {
    form: answers.slice(-FORM_LENGTH).map(({ answer }) => toFormMark(answer)),
    bankroll: computeBankrollByDay(agent.startingBankrollCents, findShownDays(timeline, agent, postings), postings),
    maxDrawdownCents: computeDrawdown(agent.startingBankrollCents, amounts).maxDrawdownCents,
    bestCategory: categories.at(0) ?? null,
    worstCategory: categories.at(-1) ?? null,
  };
}

type Posting = { readonly date: MatchDate; readonly cents: number };

/** From the agent's first day to the last of the arena; of one that has departed, to its last day or settlement. */
function findShownDays(
  { firstDate, lastDate }: SettlementTimeline,
  { from, until }: RecordedAgent,
  postings: readonly Posting[],
): DayRange | null {
  if (firstDate === null || lastDate === null) return null;
  const first = chooseLater(firstDate, from);
  const ended = chooseLater(until ?? lastDate, postings.at(-1)?.date ?? from);
  const last = ended < lastDate ? ended : lastDate;
  return first > last ? null : { first, last };
}

function chooseLater(a: MatchDate, b: MatchDate): MatchDate {
  return a > b ? a : b;
}

/** What an agent's bets won or lost on a UTC date, in cents. */
export function computePnlOnDate(
  bankroll: readonly BankrollPoint[],
  startingBankrollCents: number,
  date: MatchDate,
): number {
  const index = bankroll.findLastIndex((point) => point.date === date);
  const point = bankroll[index];
  if (point === undefined) return 0;
  return point.bankrollCents - (bankroll[index - 1]?.bankrollCents ?? startingBankrollCents);
}

function toFormMark({ decision, automatic, outcome }: HistoryAnswer): FormMark {
  if (decision === 'ABSTAIN' || outcome === null || outcome === 'ABSTAIN') return automatic ? 'NO_ANSWER' : 'PASS';
  return outcome;
}

/** Categories with a bet that was not void, most profitable first, ties by name. */
function rankCategoriesByPnl(answers: readonly SettledAnswer[]): string[] {
  const totals = new Map<string, number>();
  for (const { event, answer } of answers) {
    if (answer.decision === 'ABSTAIN' || answer.outcome === 'VOID') continue;
    totals.set(event.category, (totals.get(event.category) ?? 0) + (answer.pnlCents ?? 0));
  }
  return [...totals]
    .toSorted(([nameA, centsA], [nameB, centsB]) => centsB - centsA || compareText(nameA, nameB))
    .map(([category]) => category);
}
