import { systemClock } from '@coliseum/domain/clock';
import { toMatchDate } from '@coliseum/domain/match-date';
import { formatCents } from '@coliseum/domain/money';
import { rankByScore } from '@coliseum/domain/ranking';
import { END_OF_TIME, runSeason } from '../../season/run-season.ts';
import { openSeason } from '../../season/season-plan.ts';
import { reportSeason, type SeasonReport } from '../../season/season-report.ts';
import type { CommandResult } from '../command-result.ts';
import { formatTable } from '../format-table.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { createProgress } from '../progress.ts';
import { readSeasonRequest, type SeasonOptions } from '../season-request.ts';
import { withSession, type CommandContext } from '../with-session.ts';

/** `arena season`: plays and settles match days on a simulated clock, with the same code as the daily run. */
export async function playSimulatedSeason(
  processEnvironment: ProcessEnvironment,
  options: SeasonOptions,
): Promise<CommandResult> {
  return await withSession(
    processEnvironment,
    async (context) => {
      const startedAt = performance.now();
      const { database, environment, logger } = context;
      const { workingDirectory } = processEnvironment;
      const today = toMatchDate(systemClock.now());
      const setup = await readSeasonRequest(options, { seed: environment.seed, today, workingDirectory });
      const { marketsFile, faultShare, unusable } = setup;
      const opened = await openSeason(database, setup.request, systemClock.now());
      const progress = createProgress(processEnvironment.stderr, 'Match days');
      const run = { season: opened, marketsFile, faultShare, until: END_OF_TIME, onDay: progress.update };
      await runSeason({ ...run, environment, database, logger }).finally(progress.stop);
      const report = await reportSeason(database, opened, unusable, Math.round(performance.now() - startedAt));
      return { data: report, text: await describe(context, report) };
    },
    { quiet: true, exclusive: true },
  );
}

async function describe({ database }: CommandContext, report: SeasonReport): Promise<string> {
  const { yes, no, void: voided, fractional } = report.settled;
  const agents = rankByScore(await database.agents.list(), ({ currentBankrollCents }) => currentBankrollCents);
  return [
    `${report.days} match days, ${report.events} events, ${report.bets} bets, ${report.abstentions} abstentions, in ${(report.wallMs / 1000).toFixed(1)} s.`,
    `Settled: ${yes} YES, ${no} NO, ${voided} void, ${fractional} fractional.`,
    ...formatCounts('Skipped match days', report.skipped),
    ...formatCounts('No answer', report.noAnswers),
    ...formatCounts('Failed paid calls', report.failedCalls),
    formatTable(agents.map(({ item, rank }) => [`${rank}. ${item.name}`, formatCents(item.currentBankrollCents)])),
  ].join('\n');
}

function formatCounts(title: string, counts: Readonly<Record<string, number>>): string[] {
  const lines = Object.entries(counts).map(([reason, count]) => `  ${reason}: ${count}`);
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}
