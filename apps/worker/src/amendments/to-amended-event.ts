import { ensurePresent } from '@coliseum/domain/assert';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { Settlement } from '@coliseum/payout/settle-bet';
import { toSettledEvent } from '../settlement/to-settled-event.ts';

/**
 * Returns the event with its new outcome and the previous one in `amendments`, or null when the outcome is the same.
 * `settledAt` stays that of the first settlement: an amendment changes what happened, not when it was decided
 * (scoring.md S2, S10).
 */
export function toAmendedEvent(event: ArenaEvent, settlement: Settlement, at: Date): ArenaEvent | null {
  const previousOutcome = ensurePresent(event.outcome, `outcome of settled event ${event.id}`);
  const settled = toSettledEvent(
    event,
    settlement,
    ensurePresent(event.settledAt, `settlement time of event ${event.id}`),
  );
  if (settled.outcome === previousOutcome && settled.settlementValue === event.settlementValue) return null;
  const former = { at, previousOutcome, previousValue: event.settlementValue };
  return { ...settled, amendments: [...event.amendments, former] };
}
