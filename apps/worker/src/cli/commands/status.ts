import { resolveServiceModes } from '@coliseum/config/service-modes';
import { formatCents } from '@coliseum/domain/money';
import { STOPPED_BY_OPERATOR, type PipelineRun } from '@coliseum/domain/pipeline-run';
import { rankByScore } from '@coliseum/domain/ranking';
import { readProgress } from '../../pipeline/stage-progress.ts';
import type { CommandResult } from '../command-result.ts';
import { formatStage } from '../format-stage.ts';
import { formatTable } from '../format-table.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withSession } from '../with-session.ts';

/** `arena status`: shows match days played, open events, the last run, and the agents ranked by bankroll. */
export async function showStatus(processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  return await withSession(processEnvironment, async ({ database, environment }) => {
    const [agents, matchDays, latest, unsettled, runs] = await Promise.all([
      database.agents.list(),
      database.batches.count(),
      database.batches.findLatest(),
      database.events.listUnsettled(),
      database.runs.list({ limit: 1, offset: 0 }),
    ]);
    const { exhibition } = resolveServiceModes(environment);
    const table = rankByScore(agents, ({ currentBankrollCents }) => currentBankrollCents);
    const lastRun = runs[0] ?? null;
    const data = {
      exhibition,
      matchDays,
      latestDate: latest?.date ?? null,
      openEvents: unsettled.length,
      delayedEvents: unsettled.filter((event) => event.status === 'delayed').length,
      lastRun: lastRun && {
        date: lastRun.date,
        status: lastRun.status,
        reason: lastRun.reason,
        progress: readProgress(lastRun),
      },
      agents: table.map(({ item, rank }) => ({
        rank,
        name: item.name,
        currentBankrollCents: item.currentBankrollCents,
        reservedCents: item.reservedCents,
      })),
    };
    const head = `${exhibition ? 'Exhibition (simulated services). ' : ''}${matchDays} match days, latest: ${latest?.date ?? 'none'}. ${unsettled.length} events open.`;
    const rows = table.map(({ item, rank }) => [
      `${rank}. ${item.name}`,
      formatCents(item.currentBankrollCents),
      `${formatCents(item.reservedCents)} at stake`,
    ]);
    return { data, text: [head, ...describeLastRun(lastRun), formatTable(rows)].join('\n') };
  });
}

/** Tells the operator what to do about the last run. Empty when it is completed. */
function describeLastRun(run: PipelineRun | null): string[] {
  if (run === null || run.status === 'completed') return [];
  const { date, status, stage, reason } = run;
  if (status === 'running') {
    const progress = readProgress(run);
    const how = progress === null ? '' : `, ${progress.done} of ${progress.total} done`;
    return [`Match day ${date} is running: ${stage === null ? 'about to start' : formatStage(stage)}${how}.`];
  }
  if (status === 'skipped') return [`Match day ${date} was skipped: ${reason}. It will not be played.`];
  return reason === STOPPED_BY_OPERATOR
    ? [`Match day ${date} was stopped by an operator. To resume: "npm run arena -- run --date ${date}".`]
    : [`Match day ${date} failed: ${reason}. To resume: "npm run arena -- run --date ${date}".`];
}
