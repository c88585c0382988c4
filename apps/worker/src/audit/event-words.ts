import type { ArenaEvent, EventOutcome } from '@coliseum/domain/event';
import { toMicros, type DecimalPrice } from '@coliseum/domain/price';
import type { Settlement } from '@coliseum/payout/settle-bet';
import { settledEvent } from '../settlement/event-outcome.ts';
import { differs } from './differs.ts';
import type { Problem } from './problems.ts';

/** One final word of the exchange on an event, and when the arena posted it. */
export type EventWord = { readonly settlement: Settlement; readonly at: Date };

/** What the audit keeps of an event while it reads the bets. */
export type AuditedEvent = Pick<ArenaEvent, 'batchId' | 'kalshiTicker' | 'lockedPrice' | 'settledAt'> & {
  /** All final words there were, oldest first; none while the event is open. */
  readonly words: readonly EventWord[];
};

export function auditedPart(event: ArenaEvent): AuditedEvent {
  const { batchId, kalshiTicker, lockedPrice, settledAt } = event;
  return { batchId, kalshiTicker, lockedPrice, settledAt, words: wordsOf(event) };
}

/** An amendment names the word before it and the time of the one after it. */
function wordsOf({ settledAt, settlementValue, amendments }: ArenaEvent): EventWord[] {
  if (settledAt === null) return [];
  const values = [...amendments.map(({ previousValue }) => previousValue), settlementValue];
  const times = [settledAt, ...amendments.map(({ at }) => at)];
  return values.map((value, index) => ({ settlement: settlementOf(value), at: times[index] ?? settledAt }));
}

function settlementOf(value: DecimalPrice | null): Settlement {
  return value === null ? { kind: 'void' } : { kind: 'value', valueMicros: toMicros(value) };
}

/** Whether an event's status, its outcomes and its values say the same. */
export function checkEvent(event: ArenaEvent): Problem[] {
  const name = `event ${event.kalshiTicker}`;
  const { status, settledAt, amendments } = event;
  if ((status === 'settled') !== (settledAt !== null)) return [`${name} is ${status}, settled at ${String(settledAt)}`];
  if (settledAt === null) {
    const isBlank = event.outcome === null && event.settlementValue === null && amendments.length === 0;
    return isBlank ? [] : [`${name} is ${status} but has an outcome`];
  }
  const outcomeOf = (value: DecimalPrice | null): EventOutcome | null =>
    settledEvent(event, settlementOf(value), settledAt).outcome;
  return [
    ...differs(`${name}: outcome`, event.outcome, outcomeOf(event.settlementValue)),
    ...amendments.flatMap(({ previousOutcome, previousValue }, index) =>
      differs(`${name}: outcome before amendment ${index + 1}`, previousOutcome, outcomeOf(previousValue)),
    ),
    ...checkOrder(event, settledAt),
  ];
}

/** Each word came after the one before it, and was another one. */
function checkOrder({ kalshiTicker, settlementValue, amendments }: ArenaEvent, settledAt: Date): Problem[] {
  return amendments.flatMap(({ at, previousValue }, index) => {
    const earlier = amendments[index - 1]?.at ?? settledAt;
    const later = amendments[index + 1];
    const next = later === undefined ? settlementValue : later.previousValue;
    return at >= earlier && previousValue !== next
      ? []
      : [`event ${kalshiTicker}: amendment ${index + 1} does not follow what was before it`];
  });
}
