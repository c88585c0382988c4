import { readSeasonDays, type SeasonDay } from '../../season/season-days.ts';
import { inspectSettledBooks } from './inspect-books.ts';
import { playWithKills } from './play-with-kills.ts';

export type FaultySeason = {
  readonly seed: string;
  readonly days: readonly SeasonDay[];
  /** Problems in the books at the end. */
  readonly problems: readonly string[];
};

const START_DATE = '2026-03-02';
/** Share of outside calls that fail. */
const FAULT_SHARE = '0.1';

/** Plays a season in which 10 % of outside calls fail: `arena season --days N --faults 0.1 --seed S`. */
export async function playFaultySeason(seed: string, days: number): Promise<FaultySeason> {
  const options = { '--days': String(days), '--from': START_DATE, '--faults': FAULT_SHARE, '--seed': seed };
  const { found } = await playWithKills({
    args: ['season', ...Object.entries(options).flat(), '--json'],
    kills: [],
    inspect: async (database) => {
      const seasonDays: SeasonDay[] = [];
      for await (const day of readSeasonDays(database, { startDate: START_DATE, days })) seasonDays.push(day);
      return { days: seasonDays, problems: (await inspectSettledBooks(database)).problems };
    },
  });
  return { seed, ...found };
}
