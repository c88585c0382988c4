import { CANDIDATES_SHOWN, CLOSES_WITHIN_HOURS, MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import type { CandidateList } from '@coliseum/domain/candidate-list';
import { failure, success } from '@coliseum/domain/result';
import type { RunError } from '@coliseum/domain/run-error';
import { describeUnreadable, type UnreadableMarket } from '@coliseum/kalshi/tally-events';
import { loadStandings } from '../betting/agent-standing.ts';
import type { Skip, Stage } from '../stage.ts';
import type { DayStart, IngestionOutput } from '../state.ts';
import { awaitMarkets } from './await-markets.ts';
import { toCandidateList } from './candidate-list.ts';
import { countCandidates } from './count-candidates.ts';
import type { FilteredCandidates } from './filter-candidates.ts';
import { lockMarket } from './lock-market.ts';
import { selectMarkets, type SelectedCandidate } from './select-markets.ts';

/**
 * The Select stage: finds markets that close within 24 hours, lets the selector select five, and locks their YES
 * prices.
 */
export const ingestionStage: Stage<DayStart, IngestionOutput> = {
  name: 'ingestion',
  execute: async (context, { date }) => {
    const { candidates, unreadable, lockedAt } = await awaitMarkets(context);
    const header = { id: context.database.newId(), date, listedAt: lockedAt };
    const buildCandidateList = (selected: readonly SelectedCandidate[]): CandidateList =>
      toCandidateList(header, candidates, toTickers(selected));
    if (candidates.eligible.length < MATCHES_PER_DAY) {
      return { ...failure(buildTooFewSkip(candidates, unreadable)), candidates: buildCandidateList([]) };
    }
    const offered = candidates.eligible.slice(0, CANDIDATES_SHOWN);
    const selector = { paid: context.paid, model: context.settings.selectorModel };
    const { selected: card, problem } = await selectMarkets(selector, offered);
    const { trial } = context.settings;
    const selected = card.slice(0, trial?.events);
    const standings = (await loadStandings(context.database, date)).slice(0, trial?.agents);
    const markets = selected.map((candidate, index) => lockMarket(context, candidate, index + 1));
    const counts = { ...countCandidates(candidates, unreadable), ...countCard(selected) };
    const report = {
      output: { lockedAt, markets, standings },
      counts,
      warnings: [...buildWarnings(unreadable), ...buildSelectionWarnings(problem)],
    };
    return { ...success(report), candidates: buildCandidateList(selected) };
  },
};

/** The matches of the card, and how many are of each category, as in `category_sports`. */
function countCard(selected: readonly SelectedCandidate[]): Record<string, number> {
  const categories = Map.groupBy(selected, ({ category }) => `category_${category}`);
  const counted = [...categories].map(([name, { length }]) => [name, length] as const);
  return { selected: selected.length, ...Object.fromEntries(counted) };
}

function buildWarnings(unreadable: readonly UnreadableMarket[]): RunError[] {
  const [first] = unreadable;
  if (first === undefined) return [];
  const { eventTicker, field } = first;
  const message = `Unreadable markets in Kalshi's list: ${unreadable.length} (${describeUnreadable(unreadable)}). The first belongs to ${eventTicker}; its field ${field} is invalid.`;
  return [{ code: 'markets_unreadable', stage: 'ingestion', subject: eventTicker, message }];
}

function buildSelectionWarnings(problem: string | null): RunError[] {
  if (problem === null) return [];
  const message = `The most traded candidates are played, because the selector's answers could not be used. The last one: ${problem}`;
  return [{ code: 'selection_invalid', stage: 'ingestion', subject: null, message }];
}

function toTickers(selected: readonly SelectedCandidate[]): ReadonlySet<string> {
  return new Set(selected.map(({ candidate }) => candidate.market.ticker));
}

function buildTooFewSkip({ eligible, filtered }: FilteredCandidates, unreadable: readonly UnreadableMarket[]): Skip {
  const lost =
    unreadable.length === 0
      ? ''
      : ` Of all that Kalshi lists, ${unreadable.length} cannot be read (${describeUnreadable(unreadable)}).`;
  return {
    reason: 'fewer_than_five_markets',
    detail: `${eligible.length} of ${eligible.length + filtered.length} markets that close in the next ${CLOSES_WITHIN_HOURS} hours can be played; a day takes ${MATCHES_PER_DAY}.${lost}`,
  };
}
