import { AppError } from '@coliseum/domain/errors/app-error';
import type { HttpClient } from '@coliseum/http/http-client';
import { findDecisiveCloseTime } from './decisive-close-time.ts';
import { explainOver } from './explain-over.ts';
import type { KalshiCandidate, KalshiMarket } from './market.ts';
import { toTitle } from './parse-market.ts';
import { cleanText, buildQuestion } from './question.ts';
import { ExpiredCursor, readOpenEvents } from './read-open-events.ts';
import type { BeginCategories, FindCategory } from './series-categories.ts';
import { describeUnreadable, tallyEvents, type Listed, type Tally, type UnreadableMarket } from './tally-events.ts';

export type ClosingWindow = {
  /** Exclusive. */
  readonly closesAfter: Date;
  /** Inclusive. */
  readonly closesBefore: Date;
  /** Called for each market that is left out because it cannot be read. */
  readonly onUnreadable?: ((market: UnreadableMarket) => void) | undefined;
};

type ListDependencies = {
  readonly http: HttpClient;
  readonly beginCategories: BeginCategories;
};

/**
 * The active markets, provisional ones left out, whose decisive close lies in the window, each once although the list moves while it is paged.
 * Throws KALSHI_LIST_UNUSABLE when the list is empty, or expires twice while it is read, and KALSHI_BAD_RESPONSE when
 * most of it cannot be read: what is left then is no picture of the exchange.
 */
export async function listCandidates(
  { http, beginCategories }: ListDependencies,
  window: ClosingWindow,
): Promise<KalshiCandidate[]> {
  const { wanted, readable, unreadable } = await readList(http, (market) => isCandidate(market, window));
  for (const market of unreadable) window.onUnreadable?.(market);
  if (unreadable.length > readable) throw createFormatError(unreadable, readable);
  if (readable === 0) throw createListError('Kalshi lists no open market at all.');
  const findCategory = beginCategories();
  const candidates: KalshiCandidate[] = [];
  for (const listed of wanted.values()) candidates.push(await toCandidate(findCategory, listed));
  return candidates;
}

/** A cursor that expired costs one more reading. A second one in a row is no accident. */
async function readList(http: HttpClient, isWanted: (market: KalshiMarket) => boolean): Promise<Tally> {
  try {
    return await tallyEvents(readOpenEvents(http), isWanted);
  } catch (error) {
    if (!(error instanceof ExpiredCursor)) throw error;
  }
  try {
    return await tallyEvents(readOpenEvents(http), isWanted);
  } catch (error) {
    if (!(error instanceof ExpiredCursor)) throw error;
    throw createListError("Kalshi's list of events expired twice while it was read.", error.cause);
  }
}

function isCandidate(market: KalshiMarket, { closesAfter, closesBefore }: ClosingWindow): boolean {
  if (market.status !== 'active' || market.isProvisional) return false;
  return explainOver(market, closesAfter) === null && findDecisiveCloseTime(market) <= closesBefore;
}

async function toCandidate(findCategory: FindCategory, { event, market }: Listed): Promise<KalshiCandidate> {
  const seriesTicker = event.series_ticker ?? '';
  const eventTitle = toTitle(event.title);
  return {
    market,
    event: {
      ticker: event.event_ticker,
      seriesTicker,
      title: cleanText(eventTitle),
      category: await findCategory({ category: toTitle(event.category), seriesTicker }),
    },
    question: buildQuestion({ eventTitle, title: market.title, yesSubTitle: market.yesSubTitle }),
    decisiveCloseTime: findDecisiveCloseTime(market),
  };
}

function createFormatError(unreadable: readonly UnreadableMarket[], readable: number): AppError {
  const count = unreadable.length;
  const message = `The exchange's format changed: ${count} of ${count + readable} Kalshi markets cannot be read (${describeUnreadable(unreadable)}). Update the client.`;
  return new AppError({ code: 'KALSHI_BAD_RESPONSE', message, details: { unreadable: count, readable } });
}

function createListError(what: string, cause?: unknown): AppError {
  const message = `${what} Ask again later.`;
  return new AppError({
    code: 'KALSHI_LIST_UNUSABLE',
    message,
    retryable: true,
    cause,
    details: { path: '/events' },
  });
}
