import type { ArenaEvent, EventOutcome } from '@coliseum/domain/event';
import { MICROS_PER_UNIT, formatMicros } from '@coliseum/domain/price';
import type { Settlement } from '@coliseum/payout/settle-bet';

/** Returns the event as settled at `at`. A value strictly between 0 and 1 pays both sides their share. */
export function toSettledEvent(event: ArenaEvent, settlement: Settlement, at: Date): ArenaEvent {
  const settlementValue = settlement.kind === 'void' ? null : formatMicros(settlement.valueMicros);
  return { ...event, status: 'settled', outcome: toEventOutcome(settlement), settlementValue, settledAt: at };
}

function toEventOutcome(settlement: Settlement): EventOutcome {
  if (settlement.kind === 'void') return 'VOID';
  if (settlement.valueMicros === MICROS_PER_UNIT) return 'YES';
  return settlement.valueMicros === 0 ? 'NO' : 'FRACTIONAL';
}
