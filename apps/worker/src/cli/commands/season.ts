import { basename, resolve } from 'node:path';
import { systemClock } from '@coliseum/domain/clock';
import { AppError } from '@coliseum/domain/errors/app-error';
import { addDays, daysBetween, matchDateOf } from '@coliseum/domain/match-date';
import { formatCents } from '@coliseum/domain/money';
import { rankByScore } from '@coliseum/domain/ranking';
import { loadRecordedMarkets } from '@coliseum/simulator/recorded/load-recorded-markets';
import { END_OF_TIME, runSeason } from '../../season/run-season.ts';
import { openSeason, type SeasonRequest } from '../../season/season-plan.ts';
import { reportSeason, type SeasonReport } from '../../season/season-report.ts';
import { parseDate, parseDays } from '../arguments.ts';
import type { CommandAnswer } from '../command-answer.ts';
import { createProgress } from '../progress.ts';
import type { Surroundings } from '../surroundings.ts';
import { formatTable } from '../table.ts';
import { withSession, type CommandContext } from '../with-session.ts';

export type SeasonOptions = {
  readonly days?: string;
  readonly markets?: string;
  readonly seed?: string;
  readonly from?: string;
};

type Wanted = {
  readonly request: SeasonRequest;
  readonly marketsFile: string | null;
  readonly unusable: Readonly<Record<string, number>>;
};

/** `arena season`: plays days on a simulated clock through the same code as the daily run, and settles all of them. */
export async function season(options: SeasonOptions, surroundings: Surroundings): Promise<CommandAnswer> {
  return await withSession(
    surroundings,
    async (context) => {
      const startedAt = performance.now();
      const { request, marketsFile, unusable } = await readRequest(
        options,
        context.environment.seed,
        surroundings.workingDirectory,
      );
      const opened = await openSeason(context.database, request, systemClock.now());
      const progress = createProgress('Match days', surroundings.stderr);
      const { database, environment, logger } = context;
      await runSeason({
        season: opened,
        marketsFile,
        until: END_OF_TIME,
        environment,
        database,
        logger,
        onDay: progress.update,
      }).finally(progress.stop);
      const report = await reportSeason(database, opened, unusable, Math.round(performance.now() - startedAt));
      return { data: report, text: await describe(report, context) };
    },
    { quiet: true, exclusive: true },
  );
}

async function readRequest(options: SeasonOptions, defaultSeed: string, workingDirectory: string): Promise<Wanted> {
  const seed = options.seed ?? defaultSeed;
  const from = options.from === undefined ? undefined : parseDate('--from', options.from);
  const wantedDays = options.days === undefined ? undefined : parseDays('--days', options.days);
  if (options.markets === undefined) {
    if (wantedDays === undefined) {
      throw new AppError({
        code: 'ARGUMENT_INVALID',
        message: 'Say how many days to play: --days N, or --markets FILE for all days a file covers.',
      });
    }
    // Two days back, so that the last day's markets have closed and settled by now.
    const startDate = from ?? addDays(matchDateOf(systemClock.now()), -wantedDays - 1);
    return { request: { days: wantedDays, seed, markets: null, startDate }, marketsFile: null, unusable: {} };
  }
  const marketsFile = resolve(workingDirectory, options.markets);
  const recorded = await loadRecordedMarkets(marketsFile);
  const startDate = from ?? recorded.firstMatchDate;
  const days = wantedDays ?? daysBetween(startDate, recorded.lastMatchDate) + 1;
  return {
    request: { days, seed, markets: { file: basename(marketsFile) }, startDate },
    marketsFile,
    unusable: recorded.unusable,
  };
}

async function describe(report: SeasonReport, { database }: CommandContext): Promise<string> {
  const { yes, no, void: voided, fractional } = report.settled;
  const agents = rankByScore(await database.agents.list(), ({ currentBankrollCents }) => currentBankrollCents);
  const skipped = Object.entries(report.skipped).map(([reason, count]) => `  ${reason}: ${count}`);
  return [
    `${report.days} match days, ${report.events} events, ${report.bets} bets, ${report.abstentions} abstentions, in ${(report.wallMs / 1000).toFixed(1)} s.`,
    `Settled: ${yes} YES, ${no} NO, ${voided} void, ${fractional} fractional.`,
    ...(skipped.length === 0 ? [] : ['Not played:', ...skipped]),
    formatTable(agents.map(({ item, rank }) => [`${rank}. ${item.name}`, formatCents(item.currentBankrollCents)])),
  ].join('\n');
}
