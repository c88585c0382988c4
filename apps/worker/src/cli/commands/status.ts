import { serviceModes } from '@coliseum/config/service-modes';
import { formatCents } from '@coliseum/domain/money';
import { rankByScore } from '@coliseum/domain/ranking';
import type { CommandAnswer } from '../command-answer.ts';
import type { Surroundings } from '../surroundings.ts';
import { formatTable } from '../table.ts';
import { withSession } from '../with-session.ts';

/** `arena status`: what has been played, what is open, and the table by money. */
export async function status(surroundings: Surroundings): Promise<CommandAnswer> {
  return await withSession(surroundings, async ({ database, environment }) => {
    const [agents, matchDays, latest, unsettled, runs] = await Promise.all([
      database.agents.list(),
      database.batches.count(),
      database.batches.latest(),
      database.events.listUnsettled(),
      database.runs.list({ limit: 1, offset: 0 }),
    ]);
    const { exhibition } = serviceModes(environment);
    const table = rankByScore(agents, ({ currentBankrollCents }) => currentBankrollCents);
    const lastRun =
      runs[0] === undefined ? null : { date: runs[0].date, status: runs[0].status, reason: runs[0].reason };
    const data = {
      exhibition,
      matchDays,
      latestDate: latest?.date ?? null,
      openEvents: unsettled.length,
      delayedEvents: unsettled.filter((event) => event.status === 'delayed').length,
      lastRun,
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
    return { data, text: `${head}\n${formatTable(rows)}` };
  });
}
