import { AppError } from '@coliseum/domain/errors/app-error';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { ArenaContext } from '../arena/arena-context.ts';
import { postSettlement, type PostedSettlement } from './post-settlement.ts';
import { readOutcome } from './read-outcome.ts';
import { toSettlement } from './to-settlement.ts';

type VoidRequest = { readonly eventId: string; readonly reason: string };

/**
 * Declares an event void because the exchange will not say how it ended: all stakes are returned, by the same entries as
 * any settlement, and spectators read the reason. Throws NOT_FOUND for an unknown event, ARGUMENT_INVALID for one that is
 * settled, not due yet or has a result, and KALSHI_* while the exchange cannot be asked for one.
 */
export async function voidEvent(
  context: Pick<ArenaContext, 'clock' | 'database' | 'kalshi' | 'logger'>,
  { eventId, reason }: VoidRequest,
): Promise<PostedSettlement> {
  const event = await findVoidableEvent(context, eventId);
  if (toSettlement(await readOutcome(context, event), context.clock.now()) !== null) {
    throw refuse(event, `has a final result. Run "npm run arena -- settle --event ${eventId}".`);
  }
  const posted = await postSettlement(context, { ...event, voidReason: reason }, { kind: 'void' }, 'event_voided');
  if (posted === null) throw refuse(event, 'was settled at the same time.');
  context.logger.warn({ eventId, ticker: event.kalshiTicker, reason }, 'event declared void by the operator');
  return posted;
}

async function findVoidableEvent(
  { clock, database }: Pick<ArenaContext, 'clock' | 'database'>,
  eventId: string,
): Promise<ArenaEvent> {
  const event = await database.events.findById(eventId);
  if (event === null) {
    throw new AppError({ code: 'NOT_FOUND', message: `There is no event ${eventId}.`, details: { eventId } });
  }
  if (event.status === 'settled') throw refuse(event, `is settled already, as ${String(event.outcome)}.`);
  if (clock.now() < event.expectedResolutionTime) {
    throw refuse(event, `is not due before ${event.expectedResolutionTime.toISOString()}.`);
  }
  return event;
}

function refuse({ id, kalshiTicker }: ArenaEvent, why: string): AppError {
  const message = `Event ${id} cannot be declared void: ${kalshiTicker} ${why}`;
  return new AppError({ code: 'ARGUMENT_INVALID', message, details: { eventId: id } });
}
