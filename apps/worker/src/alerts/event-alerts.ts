import { ensurePresent } from '@coliseum/domain/assert';
import type { ArenaEvent } from '@coliseum/domain/event';
import { draftAlert, type AlertDraft } from './alert-draft.ts';

/** The PRD's patience with the exchange. */
const DELAYED_AFTER_MS = 24 * 3_600_000;

type EventFacts = Pick<
  ArenaEvent,
  'id' | 'kalshiTicker' | 'question' | 'status' | 'expectedResolutionTime' | 'outcome' | 'amendments'
>;

/** What an operator has to be told about one event. The same event gives the same causes at any later time. */
export function buildEventAlerts(event: EventFacts, now: Date): readonly AlertDraft[] {
  return [...alertDelayedSettlement(event, now), ...alertAmendedOutcome(event)];
}

/** By the clock and not by the event's status: an exchange that is out of reach for a day delays it just as well. */
function alertDelayedSettlement(event: EventFacts, now: Date): readonly AlertDraft[] {
  const waitedMs = now.getTime() - event.expectedResolutionTime.getTime();
  if (event.status === 'settled' || waitedMs < DELAYED_AFTER_MS) return [];
  return [
    draftAlert({
      kind: 'settlement_delayed',
      subject: event.id,
      title: `${event.kalshiTicker} is not settled a day after it was due`,
      whatHappened: `the exchange has given no final word on "${event.question}" since ${event.expectedResolutionTime.toISOString()}`,
      impact: 'its stakes stay reserved. It is still asked about every hour, and settles by itself.',
      action: `look ${event.kalshiTicker} up at Kalshi; if it is finalized there, "npm run arena -- settle --event ${event.id}".`,
    }),
  ];
}

/** One alert for each time the exchange changed its word. */
function alertAmendedOutcome(event: EventFacts): readonly AlertDraft[] {
  return event.amendments.map(({ previousOutcome }, index) => {
    const next =
      event.amendments[index + 1]?.previousOutcome ?? ensurePresent(event.outcome, 'outcome of an amended event');
    return draftAlert({
      kind: 'outcome_amended',
      subject: `${event.id}/${index + 1}`,
      title: `The exchange changed its word on ${event.kalshiTicker}`,
      whatHappened: `"${event.question}" was ${previousOutcome} and is ${next}`,
      impact: 'every stake on it was reversed and posted again, with dated entries in the ledger. Tables have changed.',
      action: '"npm run arena -- audit" checks the books.',
    });
  });
}
