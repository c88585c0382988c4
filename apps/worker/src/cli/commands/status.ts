import { resolveServiceModes } from '@coliseum/config/service-modes';
import { formatCents } from '@coliseum/domain/money';
import { STOPPED_BY_OPERATOR, type PipelineRun } from '@coliseum/domain/pipeline-run';
import { rankByScore } from '@coliseum/domain/ranking';
import type { CommandResult } from '../command-result.ts';
import { formatTable } from '../format-table.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withSession } from '../with-session.ts';

/** `arena status`: what has been played, what is open, and the table by money. */
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
      lastRun: lastRun && { date: lastRun.date, status: lastRun.status, reason: lastRun.reason },
      agents: table.map(({ item, rank }) => ({
        rank,
        name: item.name,
        currentBankrollCents: item.currentBankrollCents,
        reservedCents: item.reservedCents,
      })),
    };
    const head = `${exhibition ? 'Exhibition (simulated services). ' : ''}${matchDays} match days, the latest ${latest?.date ?? 'not played yet'}; ${unsettled.length} events open.`;
    const rows = table.map(({ item, rank }) => [
      `${rank}. ${item.name}`,
      formatCents(item.currentBankrollCents),
      `${formatCents(item.reservedCents)} at stake`,
    ]);
    return { data, text: [head, ...describeLastRun(lastRun), formatTable(rows)].join('\n') };
  });
}

/** What the last run needs of the operator, if it needs anything. */
function describeLastRun(run: PipelineRun | null): string[] {
  if (run === null || run.status === 'completed') return [];
  const { date, status, stage, reason } = run;
  if (status === 'running') return [`${date} is being played: ${stage ?? 'about to begin'}.`];
  if (status === 'skipped') return [`${date} is skipped: ${reason}. A skipped day stays so.`];
  return reason === STOPPED_BY_OPERATOR
    ? [`${date} waits for the operator. "arena run --date ${date}" goes on with it.`]
    : [`${date} failed: ${reason}. "arena run --date ${date}" goes on where it stopped.`];
}
