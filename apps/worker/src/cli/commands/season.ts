import { systemClock } from '@coliseum/domain/clock';
import { matchDateOf } from '@coliseum/domain/match-date';
import { formatCents } from '@coliseum/domain/money';
import { rankByScore } from '@coliseum/domain/ranking';
import { END_OF_TIME, runSeason } from '../../season/run-season.ts';
import { openSeason } from '../../season/season-plan.ts';
import { reportSeason, type SeasonReport } from '../../season/season-report.ts';
import type { CommandAnswer } from '../command-answer.ts';
import { createProgress } from '../progress.ts';
import { readSeasonRequest, type SeasonOptions } from '../season-request.ts';
import type { Surroundings } from '../surroundings.ts';
import { formatTable } from '../table.ts';
import { withSession, type CommandContext } from '../with-session.ts';

/** `arena season`: plays days on a simulated clock through the same code as the daily run, and settles all of them. */
export async function season(options: SeasonOptions, surroundings: Surroundings): Promise<CommandAnswer> {
  return await withSession(
    surroundings,
    async (context) => {
      const startedAt = performance.now();
      const { database, environment, logger } = context;
      const { workingDirectory } = surroundings;
      const today = matchDateOf(systemClock.now());
      const wanted = await readSeasonRequest(options, { seed: environment.seed, today, workingDirectory });
      const { marketsFile, faultShare, unusable } = wanted;
      const opened = await openSeason(database, wanted.request, systemClock.now());
      const progress = createProgress('Match days', surroundings.stderr);
      const run = { season: opened, marketsFile, faultShare, until: END_OF_TIME, onDay: progress.update };
      await runSeason({ ...run, environment, database, logger }).finally(progress.stop);
      const report = await reportSeason(database, opened, unusable, Math.round(performance.now() - startedAt));
      return { data: report, text: await describe(report, context) };
    },
    { quiet: true, exclusive: true },
  );
}

async function describe(report: SeasonReport, { database }: CommandContext): Promise<string> {
  const { yes, no, void: voided, fractional } = report.settled;
  const agents = rankByScore(await database.agents.list(), ({ currentBankrollCents }) => currentBankrollCents);
  return [
    `${report.days} match days, ${report.events} events, ${report.bets} bets, ${report.abstentions} abstentions, in ${(report.wallMs / 1000).toFixed(1)} s.`,
    `Settled: ${yes} YES, ${no} NO, ${voided} void, ${fractional} fractional.`,
    ...listed('Not played', report.skipped),
    ...listed('Abstentions without an answer', report.noAnswers),
    ...listed('Paid calls that failed', report.failedCalls),
    formatTable(agents.map(({ item, rank }) => [`${rank}. ${item.name}`, formatCents(item.currentBankrollCents)])),
  ].join('\n');
}

function listed(title: string, counts: Readonly<Record<string, number>>): string[] {
  const lines = Object.entries(counts).map(([reason, count]) => `  ${reason}: ${count}`);
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}
