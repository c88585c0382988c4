import type { ArenaQueries } from '../read-models/arena-queries.ts';
import type { CommitTimes } from './build-feeds.ts';
import {
  buildAgentFeed,
  buildAmendmentFeed,
  buildDayFeed,
  buildReceiptFeed,
  buildSettlementFeed,
} from './build-feeds.ts';
import { FEED_LENGTH, type Feed } from './feed.ts';

/** Builds each feed from the answers of the API. */
export type Feeds = {
  readonly days: () => Promise<Feed>;
  readonly receipts: () => Promise<Feed>;
  readonly settlements: () => Promise<Feed>;
  readonly amendments: () => Promise<Feed>;
  /** Null when no agent has that id. */
  readonly agent: (id: string) => Promise<Feed | null>;
};

const PAGE = { limit: FEED_LENGTH, offset: 0 };
/** The most that a list gives: settlements are sorted by their time only after they are read. */
const LONGEST_PAGE = { limit: 100, offset: 0 };

export function openFeeds(queries: ArenaQueries): Feeds {
  const readCommitTimes = async (): Promise<CommitTimes> => {
    const { receipts } = await queries.listReceipts(PAGE);
    return new Map(receipts.map(({ date, created_at }) => [date, created_at]));
  };
  return {
    days: async () => {
      const [{ batches }, committedAt] = await Promise.all([queries.listBatches(PAGE), readCommitTimes()]);
      return buildDayFeed(batches, committedAt);
    },
    receipts: async () => buildReceiptFeed((await queries.listReceipts(PAGE)).receipts),
    settlements: async () => {
      const { events } = await queries.listEvents({ ...LONGEST_PAGE, status: 'settled' });
      return buildSettlementFeed(events);
    },
    amendments: async () => buildAmendmentFeed(await queries.recentlyAmended()),
    agent: async (id) => {
      const [agent, answers, committedAt] = await Promise.all([
        queries.agentById(id),
        queries.listAgentBets({ ...LONGEST_PAGE, agent_id: id }),
        readCommitTimes(),
      ]);
      return agent && answers && buildAgentFeed({ id, name: agent.name, bets: answers.bets, committedAt });
    },
  };
}
