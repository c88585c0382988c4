import { ensurePresent } from '@coliseum/domain/assert';
import { alertOnSettlement } from '../../alerts/alert-on-settlement.ts';
import { voidEvent as declareVoid } from '../../settlement/void-event.ts';
import { parseId, parseReason } from '../arguments.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withArena } from '../with-arena.ts';

type VoidOptions = { readonly event: string; readonly reason: string };

/** `arena void`: returns all stakes on an event that the exchange will not decide. Spectators read the reason. */
export async function voidEvent(processEnvironment: ProcessEnvironment, options: VoidOptions): Promise<CommandResult> {
  const eventId = parseId('--event', options.event);
  const reason = parseReason('--reason', options.reason);
  return await withArena(processEnvironment, async (context, alerts) => {
    const { event, stakes } = await alertOnSettlement({ context, alerts }, async (tracked) => {
      return await declareVoid(tracked, { eventId, reason });
    });
    const voidedAt = ensurePresent(event.settledAt, 'time of the settlement');
    const text = `Event ${eventId} (${event.kalshiTicker}) is void: ${stakes} stakes returned. Its page says: ${reason}`;
    return { data: { eventId, ticker: event.kalshiTicker, reason, stakes, voidedAt }, text };
  });
}
