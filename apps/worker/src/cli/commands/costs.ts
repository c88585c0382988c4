import type { Database } from '@coliseum/db/database';
import { systemClock } from '@coliseum/domain/clock';
import { toMatchDate } from '@coliseum/domain/match-date';
import type { PaidCall } from '@coliseum/domain/paid-call';
import { summarizeCosts, sumCosts, type CostGrouping, type CostLine } from '../../paid-calls/summarize-costs.ts';
import type { CommandResult } from '../command-result.ts';
import { readCostsRequest, type CostsOptions } from '../costs-request.ts';
import { formatCost } from '../format-cost.ts';
import { formatTable } from '../format-table.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withSession } from '../with-session.ts';

type NameSources = Pick<Database, 'agents' | 'events'>;

/** `arena costs`: shows what paid calls cost, grouped by day, month, service, purpose, agent, event or both, or call by call. */
export async function showCosts(processEnvironment: ProcessEnvironment, options: CostsOptions): Promise<CommandResult> {
  return await withSession(processEnvironment, async ({ database, environment }) => {
    const [latest] = await database.runs.list({ limit: 1, offset: 0 });
    const { from, to, by } = readCostsRequest(options, latest?.date ?? toMatchDate(systemClock.now()));
    const budgetMicroDollars = environment.dailyBudgetMicroDollars;
    const calls = await database.paidCalls.listBetween(from, to);
    const total = sumCosts(calls);
    const span = from === to ? from : `${from} to ${to}`;
    const head = `${span}: ${total.calls} calls, ${total.failed} failed, ${formatCost(total.costMicroDollars)}. Daily budget: ${formatCost(budgetMicroDollars)}.`;
    const shared = { from, to, by, dailyBudgetMicroDollars: budgetMicroDollars, total };
    if (by === 'call') {
      const listed = calls.map(({ answer: _, ...call }) => call);
      return { data: { ...shared, calls: listed }, text: [head, formatTable(calls.map(toCallRow))].join('\n') };
    }
    const lines = summarizeCosts(calls, by);
    const findName = await readNames(database, lines, by);
    const rows = lines.map((line) => [
      findName(line.key),
      `${line.calls} calls`,
      `${line.failed} failed`,
      formatCost(line.costMicroDollars),
      ...(by === 'day' ? [formatBudgetShare(line.costMicroDollars, budgetMicroDollars)] : []),
    ]);
    const named = lines.map((line) => ({ name: findName(line.key), ...line }));
    return { data: { ...shared, lines: named }, text: [head, formatTable(rows)].join('\n') };
  });
}

function formatBudgetShare(costMicroDollars: number, budgetMicroDollars: number): string {
  return `${((costMicroDollars / budgetMicroDollars) * 100).toFixed(1)} % of the budget`;
}

function toCallRow({ date, purpose, model, service, latencyMs, errorCode, costMicroDollars }: PaidCall): string[] {
  const cost = costMicroDollars === null ? 'unknown' : formatCost(costMicroDollars);
  return [`${date} ${purpose}`, model ?? service, `${latencyMs} ms`, errorCode ?? 'answered', cost];
}

/** Returns a lookup of readable names for agents and events. Every other key is its own name. */
async function readNames(
  { agents, events }: NameSources,
  lines: readonly CostLine[],
  by: CostGrouping,
): Promise<(key: string | null) => string> {
  const noName = by === 'event' ? 'no event' : 'no agent';
  const names = new Map<string, string>();
  if (by === 'agent' || by === 'agent-event') for (const { id, name } of await agents.list()) names.set(id, name);
  if (by === 'event' || by === 'agent-event') {
    const ids = new Set(lines.flatMap(({ key }) => key?.split(' ').at(-1) ?? []));
    for (const { id, matchDate, kalshiTicker } of await events.findManyByIds([...ids])) {
      names.set(id, `${matchDate} ${kalshiTicker}`);
    }
  }
  return (key) => {
    const ids = key?.split(' ') ?? [];
    return key === null ? noName : ids.map((id) => names.get(id) ?? id).join(' on ');
  };
}
