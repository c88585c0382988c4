import type { ArenaState } from '@coliseum/domain/arena-state';

/** What the answers of this process depend on, as far as it knows. */
export type RevisionSource = {
  /** The latest state that was read. Data read from now on is at least as new. */
  readonly latest: () => ArenaState;
  /** The state that answers have to be of: {@link latest}, once the answers most asked for were built for it. */
  readonly served: () => ArenaState;
  /** When the database last confirmed {@link latest}. */
  readonly confirmedAt: () => Date;
};

/** The database counts as away when it has confirmed nothing for so long: a few of the reads a second were lost. */
const AWAY_AFTER_MS = 5_000;

/** How long ago the database last answered, in whole seconds, once it counts as away; null while it answers. */
export function measureOutage(source: Pick<RevisionSource, 'confirmedAt'>, now: Date): number | null {
  const silentMs = now.getTime() - source.confirmedAt().getTime();
  return silentMs < AWAY_AFTER_MS ? null : Math.floor(silentMs / 1_000);
}
