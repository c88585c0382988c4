import { ensurePresent } from '@coliseum/domain/assert';
import type { ArenaEvent } from '@coliseum/domain/event';
import { findDueTime, isSettlementDelayed } from '@coliseum/domain/is-settlement-delayed';
import { draftAlert, type AlertDraft } from './alert-draft.ts';

type EventFacts = Pick<
  ArenaEvent,
  | 'id'
  | 'kalshiTicker'
  | 'question'
  | 'status'
  | 'expectedResolutionTime'
  | 'announcedResolutionTime'
  | 'outcome'
  | 'amendments'
>;

/** Builds the alerts of one event. The same event gives the same causes at any later time. */
export function buildEventAlerts(event: EventFacts, now: Date): readonly AlertDraft[] {
  return [...alertDelayedSettlement(event, now), ...alertAmendedOutcome(event)];
}

/** Decided by the clock, not by the event's status: an exchange that cannot be reached for a day delays it too. */
function alertDelayedSettlement(event: EventFacts, now: Date): readonly AlertDraft[] {
  if (event.status === 'settled' || !isSettlementDelayed(event, now)) return [];
  return [
    draftAlert({
      kind: 'settlement_delayed',
      subject: event.id,
      title: `${event.kalshiTicker} not settled a day after it was due`,
      whatHappened: `The exchange has not finalized "${event.question}", due since ${findDueTime(event).toISOString()}.`,
      impact: 'Stakes on it stay reserved. The arena keeps asking every hour and settles as soon as there is a result.',
      action: `Look up ${event.kalshiTicker} at Kalshi. If it is finalized there, run "npm run arena -- settle --event ${event.id}". If Kalshi will never decide it, "npm run arena -- void" returns the stakes.`,
    }),
  ];
}

/** One alert for each time the exchange changed the result. */
function alertAmendedOutcome(event: EventFacts): readonly AlertDraft[] {
  return event.amendments.map(({ previousOutcome }, index) => {
    const next =
      event.amendments[index + 1]?.previousOutcome ?? ensurePresent(event.outcome, 'outcome of an amended event');
    return draftAlert({
      kind: 'outcome_amended',
      subject: `${event.id}/${index + 1}`,
      title: `The exchange changed the result of ${event.kalshiTicker}`,
      whatHappened: `The outcome of "${event.question}" was ${previousOutcome} and is now ${next}.`,
      impact: 'Every stake on it was reversed and settled again, with dated ledger entries. Standings have changed.',
      action: 'Run "npm run arena -- audit" to check the books.',
    });
  });
}
