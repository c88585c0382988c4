import { AppError } from '@coliseum/domain/errors/app-error';
import type { HttpClient } from '@coliseum/http/http-client';
import { findDecisiveCloseTime } from './decisive-close-time.ts';
import type { KalshiCandidate, KalshiMarket } from './market.ts';
import { parseMarket } from './parse-market.ts';
import { cleanText, buildQuestion } from './question.ts';
import { readOpenEvents } from './read-open-events.ts';
import type { FindCategory } from './series-categories.ts';
import type { WireEvent } from './wire.ts';

export type ClosingWindow = {
  /** Exclusive. */
  readonly closesAfter: Date;
  /** Inclusive. */
  readonly closesBefore: Date;
  /** Called for each market that is left out because it cannot be read. */
  readonly onUnreadable?: ((market: UnreadableMarket) => void) | undefined;
};

/** A market that was left out because its object cannot be read. */
export type UnreadableMarket = { readonly eventTicker: string; readonly field: string };

type ListDependencies = {
  readonly http: HttpClient;
  readonly findCategory: FindCategory;
};

/** The active markets whose decisive close lies in the window, each once although the list moves while it is paged. */
export async function listCandidates(
  dependencies: ListDependencies,
  window: ClosingWindow,
): Promise<KalshiCandidate[]> {
  const byTicker = new Map<string, KalshiCandidate>();
  let readable = 0;
  let unreadable = 0;
  for await (const event of readOpenEvents(dependencies.http)) {
    for (const body of event.markets ?? []) {
      const parsed = parseMarket(body);
      if (!parsed.ok) {
        unreadable += 1;
        window.onUnreadable?.({ eventTicker: event.event_ticker, field: parsed.error.field });
        continue;
      }
      readable += 1;
      if (!isCandidate(parsed.value, window)) continue;
      byTicker.set(parsed.value.ticker, await toCandidate(dependencies.findCategory, event, parsed.value));
    }
  }
  if (readable === 0 && unreadable > 0) throw createUnreadableError(unreadable);
  return [...byTicker.values()];
}

function isCandidate(market: KalshiMarket, { closesAfter, closesBefore }: ClosingWindow): boolean {
  const closesAtMs = findDecisiveCloseTime(market).getTime();
  return market.status === 'active' && closesAtMs > closesAfter.getTime() && closesAtMs <= closesBefore.getTime();
}

async function toCandidate(
  findCategory: FindCategory,
  event: WireEvent,
  market: KalshiMarket,
): Promise<KalshiCandidate> {
  const seriesTicker = event.series_ticker ?? '';
  const eventTitle = event.title ?? '';
  return {
    market,
    event: {
      ticker: event.event_ticker,
      seriesTicker,
      title: cleanText(eventTitle),
      category: await findCategory({ category: event.category ?? '', seriesTicker }),
    },
    question: buildQuestion({ eventTitle, title: market.title, yesSubTitle: market.yesSubTitle }),
    decisiveCloseTime: findDecisiveCloseTime(market),
  };
}

function createUnreadableError(count: number): AppError {
  const message = `None of the ${count} Kalshi markets can be read. Kalshi has changed its API: update the client.`;
  return new AppError({ code: 'KALSHI_BAD_RESPONSE', message, details: { unreadable: count } });
}
