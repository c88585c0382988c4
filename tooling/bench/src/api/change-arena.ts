import type { Database } from '@coliseum/db/database';
import { ensurePresent } from '@coliseum/domain/assert';
import { systemClock } from '@coliseum/domain/clock';
import type { Id } from '@coliseum/domain/id';
import { postSettlement } from '@coliseum/worker/settlement/post-settlement';
import { writeDay, type SampleDay } from './fill-arena.ts';

const PAID_IN_FULL = { kind: 'value', valueMicros: 1_000_000 } as const;

/** Commits a day in one transaction, as the pipeline does. */
export async function commitDay(database: Database, day: SampleDay): Promise<void> {
  await database.withTransaction(async (repositories) => {
    await writeDay(repositories, day);
    await repositories.arenaState.raiseRevision({ reason: 'day_committed', at: systemClock.now() });
  });
}

/** Settles an open event with YES, by the arena's own transaction. */
export async function settle(database: Database, eventId: Id): Promise<void> {
  const event = ensurePresent(await database.events.findById(eventId), 'an event of the sample');
  const posted = await postSettlement({ clock: systemClock, database }, event, PAID_IN_FULL, 'event_settled');
  ensurePresent(posted, 'a settlement of an open event');
}
