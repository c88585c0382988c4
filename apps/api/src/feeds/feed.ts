/** One entry of a feed. Ids never change, whatever the address of the arena is. */
export type FeedEntry = {
  /** What the entry is about, such as `day:2026-03-02`. Unique among all feeds' entries of one kind. */
  readonly key: string;
  readonly title: string;
  /** ISO 8601 in UTC. */
  readonly updated: string;
  /** Path on this arena's site or API. */
  readonly path: string;
  /** Plain text. */
  readonly text: string;
};

/** A feed without addresses: what it is about, newest first. */
export type Feed = {
  readonly key: string;
  readonly title: string;
  readonly path: string;
  readonly entries: readonly FeedEntry[];
};

/** Entries of one feed: more than a reader that looks once a week could miss. */
export const FEED_LENGTH = 50;
