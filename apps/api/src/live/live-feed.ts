import type { ArenaState } from '@coliseum/domain/arena-state';
import type { Id } from '@coliseum/domain/id';
import type { ArenaReads } from '../read-models/arena-reads.ts';
import { formatInstant } from '../read-models/format-instant.ts';
import type { RevisionChange } from '../revisions/revision-watch.ts';
import type { LiveEvent } from '../views/live-view.ts';
import { describeProgress, describeSettlement } from './describe-change.ts';
import { formatPosition, type LiveMessage } from './live-message.ts';

/** A revision as the message that a newcomer begins with. */
export function describeRevision(state: ArenaState): LiveMessage {
  const { revision, progressRevision, changedAt } = state;
  const event = { type: 'revision', revision, changed_at: formatInstant(changedAt) } as const;
  return { id: formatPosition([revision, progressRevision, 0]), event };
}

/** Tells what happened between two states. */
export type LiveFeed = { readonly describe: (change: RevisionChange) => Promise<LiveMessage[]> };

/** Creates a feed that remembers which events were open, to see which were settled. */
export async function createLiveFeed(reads: ArenaReads): Promise<LiveFeed> {
  let openIds = await listOpenIds(reads);

  const describeSettled = async (): Promise<LiveEvent[]> => {
    const nowOpen = await listOpenIds(reads);
    const settledIds = [...openIds].filter((id) => !nowOpen.has(id));
    openIds = nowOpen;
    if (settledIds.length === 0) return [];
    const [events, agents] = await Promise.all([reads.events.findManyByIds(settledIds), reads.agents.list()]);
    return Promise.all(
      events.map(async (event) => describeSettlement(event, await reads.bets.listByEvent(event.id), agents)),
    );
  };
  const describeRun = async (): Promise<LiveEvent[]> => {
    const [latest] = await reads.runs.list({ limit: 1, offset: 0 });
    return latest === undefined ? [] : [describeProgress(latest)];
  };

  return {
    describe: async ({ before, after }) => {
      const progress = before.progressRevision === after.progressRevision ? [] : await describeRun();
      const settled = before.revision === after.revision ? [] : await describeSettled();
      // The revision comes last: whoever has seen it has seen everything before.
      const revision = before.revision === after.revision ? [] : [describeRevision(after).event];
      return [...progress, ...settled, ...revision].map((event, number) => {
        return { id: formatPosition([after.revision, after.progressRevision, number]), event };
      });
    },
  };
}

async function listOpenIds(reads: ArenaReads): Promise<ReadonlySet<Id>> {
  return new Set((await reads.events.listUnsettled()).map(({ id }) => id));
}
