import type { ArenaEvent, EventOutcome } from '@coliseum/domain/event';
import type { MarketSettlement } from '@coliseum/domain/market-settlement';
import { MICROS_PER_UNIT, formatMicros } from '@coliseum/domain/price';
import type { Settlement } from '@coliseum/payout/settle-bet';

/** Returns the event as settled at `at`. A value strictly between 0 and 1 pays both sides their share. */
export function toSettledEvent(event: ArenaEvent, settlement: Settlement, at: Date): ArenaEvent {
  const { outcome, value, settledAt } = toMarketSettlement(settlement, at);
  return { ...event, status: 'settled', outcome, settlementValue: value, settledAt };
}

/** How a market ended, as it is stored of one that is no event too. */
export function toMarketSettlement(settlement: Settlement, at: Date): MarketSettlement {
  const value = settlement.kind === 'void' ? null : formatMicros(settlement.valueMicros);
  return { outcome: toEventOutcome(settlement), value, settledAt: at };
}

function toEventOutcome(settlement: Settlement): EventOutcome {
  if (settlement.kind === 'void') return 'VOID';
  if (settlement.valueMicros === MICROS_PER_UNIT) return 'YES';
  return settlement.valueMicros === 0 ? 'NO' : 'FRACTIONAL';
}
