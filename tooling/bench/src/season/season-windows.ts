import type { SeasonSample } from './watch-season.ts';

/** What a match day took between two looks at a season's processes, and what they held at the second. */
export type SeasonWindow = {
  /** Match days committed at its end. */
  readonly endDay: number;
  readonly dayMs: number;
  /** Of both processes. */
  readonly processorMs: number;
  readonly playerMebibytes: number;
  readonly databaseMebibytes: number;
};

const MEBIBYTE = 2 ** 20;

/** The stretches between the samples, one fewer than there are samples. */
export function toSeasonWindows(samples: readonly SeasonSample[]): SeasonWindow[] {
  return samples.flatMap((end, index) => {
    const start = samples[index - 1];
    return start === undefined ? [] : [toSeasonWindow(start, end)];
  });
}

function toSeasonWindow(start: SeasonSample, end: SeasonSample): SeasonWindow {
  const days = end.day - start.day;
  const processorSeconds = sumProcessorSeconds(end) - sumProcessorSeconds(start);
  return {
    endDay: end.day,
    dayMs: (end.atMs - start.atMs) / days,
    processorMs: (processorSeconds * 1000) / days,
    playerMebibytes: end.player.residentBytes / MEBIBYTE,
    databaseMebibytes: end.database.residentBytes / MEBIBYTE,
  };
}

function sumProcessorSeconds({ player, database }: SeasonSample): number {
  return player.processorSeconds + database.processorSeconds;
}
