import type { ArenaEvent, EventOutcome } from '@coliseum/domain/event';
import { toMicros, type DecimalPrice } from '@coliseum/domain/price';
import type { Settlement } from '@coliseum/payout/settle-bet';
import { toSettledEvent } from '../settlement/to-settled-event.ts';
import { checkEqual } from './check-equal.ts';
import type { Problem } from './problems.ts';

/** One final outcome of an event, and when the arena posted it. */
export type PostedOutcome = { readonly settlement: Settlement; readonly at: Date };

/** The fields of an event that the audit needs while it reads the bets. */
export type AuditedEvent = Pick<ArenaEvent, 'batchId' | 'kalshiTicker' | 'lockedPrice' | 'settledAt'> & {
  /** All outcomes the event has had, oldest first. Empty while the event is open. */
  readonly outcomes: readonly PostedOutcome[];
};

/** Reduces an event to the fields that the audit needs. */
export function toAuditedEvent(event: ArenaEvent): AuditedEvent {
  const { batchId, kalshiTicker, lockedPrice, settledAt } = event;
  return { batchId, kalshiTicker, lockedPrice, settledAt, outcomes: toPostedOutcomes(event) };
}

/** An amendment has the value of the outcome before it and the time of the outcome after it. */
function toPostedOutcomes({ settledAt, settlementValue, amendments }: ArenaEvent): PostedOutcome[] {
  if (settledAt === null) return [];
  const values = [...amendments.map(({ previousValue }) => previousValue), settlementValue];
  const times = [settledAt, ...amendments.map(({ at }) => at)];
  return values.map((value, index) => ({ settlement: toSettlement(value), at: times[index] ?? settledAt }));
}

function toSettlement(value: DecimalPrice | null): Settlement {
  return value === null ? { kind: 'void' } : { kind: 'value', valueMicros: toMicros(value) };
}

/** Checks that an event's status, outcomes and values agree. */
export function checkEvent(event: ArenaEvent): Problem[] {
  const name = `event ${event.kalshiTicker}`;
  const { status, settledAt, amendments } = event;
  if ((status === 'settled') !== (settledAt !== null)) return [`${name} is ${status}, settled at ${String(settledAt)}`];
  if (settledAt === null) {
    const isBlank =
      event.outcome === null && event.settlementValue === null && event.voidReason === null && amendments.length === 0;
    return isBlank ? [] : [`${name} is ${status} but has an outcome`];
  }
  const deriveOutcome = (value: DecimalPrice | null): EventOutcome | null =>
    toSettledEvent(event, toSettlement(value), settledAt).outcome;
  return [
    ...checkEqual(`${name}: outcome`, event.outcome, deriveOutcome(event.settlementValue)),
    ...amendments.flatMap(({ previousOutcome, previousValue }, index) =>
      checkEqual(`${name}: outcome before amendment ${index + 1}`, previousOutcome, deriveOutcome(previousValue)),
    ),
    ...checkOrder(event, settledAt),
    ...checkVoidReason(event),
  ];
}

/** An operator can only declare an event void, and only where the exchange had not decided before. */
function checkVoidReason({ kalshiTicker, voidReason, outcome, amendments }: ArenaEvent): Problem[] {
  const firstOutcome = amendments[0]?.previousOutcome ?? outcome;
  if (voidReason === null || firstOutcome === 'VOID') return [];
  return [`event ${kalshiTicker} has a reason for being void but was settled as ${String(firstOutcome)}`];
}

/** Each outcome must be later than the one before it, and different. */
function checkOrder({ kalshiTicker, settlementValue, amendments }: ArenaEvent, settledAt: Date): Problem[] {
  return amendments.flatMap(({ at, previousValue }, index) => {
    const earlier = amendments[index - 1]?.at ?? settledAt;
    const later = amendments[index + 1];
    const next = later === undefined ? settlementValue : later.previousValue;
    return at >= earlier && previousValue !== next
      ? []
      : [`event ${kalshiTicker}: amendment ${index + 1} is out of order or changes nothing`];
  });
}
