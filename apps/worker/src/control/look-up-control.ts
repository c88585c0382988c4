import { buildRecordedCandidates } from '@coliseum/domain/build-day-record';
import type { CandidateList } from '@coliseum/domain/candidate-list';
import { isAppError, isServiceError } from '@coliseum/domain/errors/app-error';
import type { MarketSettlement } from '@coliseum/domain/market-settlement';
import { addDays, toMatchDate, type MatchDate } from '@coliseum/domain/match-date';
import type { ArenaContext } from '../arena/arena-context.ts';
import { toMarketSettlement } from '../settlement/to-settled-event.ts';
import { toSettlement } from '../settlement/to-settlement.ts';
import { findEndOfLookUp, findUndecided, LOOKED_UP_DAYS } from './find-undecided.ts';

type ControlContext = Pick<ArenaContext, 'clock' | 'database' | 'kalshi' | 'logger' | 'stopping'>;

export type LookUpReport = { readonly asked: number; readonly settled: number };

/** Longer than a control is looked up, whatever the hour of the day. */
const LOOKED_BACK_DAYS = LOOKED_UP_DAYS + 1;

/**
 * Asks the exchange how the markets of the controls ended that are still open, until a week after the lock of their day.
 * Nothing depends on an answer but the figures of the control, so one that is missing or contradicts itself waits for the
 * next time, and an exchange out of reach ends the round. A day that was skipped has no figures and is not asked about.
 */
export async function lookUpControl(context: ControlContext): Promise<LookUpReport> {
  const { clock, database } = context;
  const today = toMatchDate(clock.now());
  const dates = Array.from({ length: LOOKED_BACK_DAYS + 1 }, (_, age) => addDays(today, age - LOOKED_BACK_DAYS));
  let [asked, settled] = [0, 0];
  for (const { date, lockedAt } of await database.batches.listByDates(dates)) {
    if (clock.now() > findEndOfLookUp(lockedAt)) continue;
    const day = await lookUpDay(context, date);
    asked += day.asked;
    settled += day.settled;
    if (day.isCutShort) break;
  }
  return { asked, settled };
}

/** What was found is stored even if the exchange goes away, or this process has to stop, before all were asked. */
async function lookUpDay(
  context: ControlContext,
  date: MatchDate,
): Promise<LookUpReport & { readonly isCutShort: boolean }> {
  const list = await context.database.candidateLists.findByDate(date);
  const open = list === null ? [] : findUndecided(list);
  const found = new Map<string, MarketSettlement>();
  let asked = 0;
  for (const { ticker } of open) {
    const settlement = context.stopping.aborted ? 'out_of_reach' : await askForSettlement(context, date, ticker);
    if (settlement === 'out_of_reach') break;
    asked += 1;
    if (settlement !== null) found.set(ticker, settlement);
  }
  return { asked, settled: await settleControl(context, date, found), isCutShort: asked < open.length };
}

async function askForSettlement(
  { clock, kalshi, logger }: ControlContext,
  date: MatchDate,
  ticker: string,
): Promise<MarketSettlement | null | 'out_of_reach'> {
  try {
    const outcome = await kalshi.getOutcome(ticker);
    const now = clock.now();
    const settlement = toSettlement(outcome, now);
    if (settlement !== null) return toMarketSettlement(settlement, now);
    // What contradicts itself, or has no value that would void it by now.
    const reason = 'reason' in outcome ? outcome.reason : null;
    if (reason !== null) logger.warn({ date, ticker, reason }, 'finalized market of the control stays open');
    return null;
  } catch (error) {
    if (isAppError(error, 'KALSHI_MARKET_NOT_FOUND')) return null;
    if (!isServiceError(error, 'kalshi')) throw error;
    logger.warn({ err: error, date, ticker }, 'look-up of the control failed');
    return 'out_of_reach';
  }
}

/** Stores what was found in the day's candidates and its record, in one transaction. Returns how many were open till then. */
async function settleControl(
  { clock, database }: ControlContext,
  date: MatchDate,
  found: ReadonlyMap<string, MarketSettlement>,
): Promise<number> {
  if (found.size === 0) return 0;
  return await database.withTransaction(async ({ candidateLists, dayRecords, arenaState }) => {
    const list = await candidateLists.findByDate(date);
    const open = list === null ? [] : findUndecided(list).filter(({ ticker }) => found.has(ticker));
    if (list === null || open.length === 0) return 0;
    const after = withSettlements(list, found);
    await candidateLists.saveSettlements(after);
    await dayRecords.updateCandidates(date, buildRecordedCandidates(after));
    await arenaState.raiseRevision({ reason: 'control_settled', at: clock.now() });
    return open.length;
  });
}

/** A market that is settled already keeps its first outcome. */
function withSettlements(list: CandidateList, found: ReadonlyMap<string, MarketSettlement>): CandidateList {
  const candidates = list.candidates.map((candidate) => ({
    ...candidate,
    settlement: candidate.settlement ?? found.get(candidate.ticker) ?? null,
  }));
  return { ...list, candidates };
}
