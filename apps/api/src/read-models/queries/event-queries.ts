import { DAY_MS } from '@coliseum/domain/durations';
import { toAmendedEvent } from '../amended-event.ts';
import type { ArenaQueries } from '../arena-queries.ts';
import type { ArenaSource } from '../arena-source.ts';
import { buildEventDetail } from '../event-detail.ts';
import { listEvents } from '../list-events.ts';
import { search } from '../search.ts';

/** Longer than the exchange is asked again (`RECHECKED_FOR_DAYS`), so that nothing is missed. */
const AMENDED_FOR_MS = 60 * DAY_MS;

type EventQueries = Pick<ArenaQueries, 'listEvents' | 'eventById' | 'recentlyAmended' | 'search'>;

/** The queries about events. */
export function createEventQueries({ reads, clock, readIndex, readHistory }: ArenaSource): EventQueries {
  return {
    listEvents: async (input) => {
      const [index, agents] = await Promise.all([readIndex(), reads.agents.list()]);
      return listEvents({ index, agents, input });
    },
    search: async (input) => {
      const [index, history, agents] = await Promise.all([readIndex(), readHistory(), reads.agents.list()]);
      return search({ index, history, agents }, input);
    },
    recentlyAmended: async () => {
      const since = new Date(clock.now().getTime() - AMENDED_FOR_MS);
      const settled = await reads.events.listSettledSince(since);
      return settled.flatMap((event) => toAmendedEvent(event) ?? []);
    },
    eventById: async (eventId) => {
      const event = await reads.events.findById(eventId);
      const batch = event && (await reads.batches.findById(event.batchId));
      if (!event || !batch) return null;
      const [bets, agents, [receipt]] = await Promise.all([
        reads.bets.listByEvent(event.id),
        reads.agents.list(),
        reads.receipts.listByDates([batch.date]),
      ]);
      return buildEventDetail({ event, batch, bets, receipt, agents });
    },
  };
}
