import { toMinuteOfDay } from '@coliseum/config/minute-of-day';
import { AppError } from '@coliseum/domain/errors/app-error';
import { addDays, daysBetween, toMatchDate, type MatchDate } from '@coliseum/domain/match-date';
import { MOST_COST_DAYS, type CostsInput, type CostsView } from '../../views/costs-view.ts';
import type { PipelineStatusView } from '../../views/pipeline-status-view.ts';
import type { RunListInput, RunListView } from '../../views/run-list-view.ts';
import type { ArenaQueries } from '../arena-queries.ts';
import type { ArenaSource } from '../arena-source.ts';
import { buildAudit } from '../audit.ts';
import { buildCosts, sumCosts } from '../costs.ts';
import { buildRun } from '../run.ts';
import { computeNextRunAt } from '../status.ts';

type PipelineQueries = Pick<ArenaQueries, 'pipelineStatus' | 'listRuns' | 'costs' | 'audit'>;

/** The queries about how match days are played. */
export function createPipelineQueries(source: ArenaSource): PipelineQueries {
  return {
    pipelineStatus: () => readPipelineStatus(source),
    listRuns: (input) => readRuns(source, input),
    audit: async () => buildAudit(await source.reads.audits.findLatest()),
    costs: (input) => readCosts(source, input),
  };
}

async function readPipelineStatus({ reads, clock, dailyRunAtUtc }: ArenaSource): Promise<PipelineStatusView> {
  const [[run], unsettled, latest] = await Promise.all([
    reads.runs.list({ limit: 1, offset: 0 }),
    reads.events.listUnsettled(),
    reads.batches.findLatest(),
  ]);
  const count = (status: (typeof unsettled)[number]['status']): number =>
    unsettled.filter((event) => event.status === status).length;
  const view = run === undefined ? null : buildRun(run);
  return {
    is_running: view?.status === 'running',
    run: view,
    next_run_at: computeNextRunAt(clock.now(), toMinuteOfDay(dailyRunAtUtc)).toISOString(),
    latest_date: latest?.date ?? null,
    unsettled: {
      open: count('open'),
      waiting_settlement: count('waiting_settlement'),
      delayed: count('delayed'),
    },
  };
}

async function readRuns({ reads }: ArenaSource, { limit, offset, cursor }: RunListInput): Promise<RunListView> {
  const [total, before, runs] = await Promise.all([
    reads.runs.count(),
    cursor === undefined ? offset : reads.runs.count({ notBefore: cursor }),
    reads.runs.list({ limit, offset: cursor === undefined ? offset : 0, before: cursor }),
  ]);
  const last = runs.at(-1)?.date ?? null;
  const hasMore = before + runs.length < total;
  return { total, limit, offset: before, next_cursor: hasMore ? last : null, runs: runs.map(buildRun) };
}

async function readCosts({ reads, clock }: ArenaSource, input: CostsInput): Promise<CostsView> {
  const [latest] = await reads.runs.list({ limit: 1, offset: 0 });
  const { from, to } = resolveSpan(input, latest?.date ?? toMatchDate(clock.now()));
  const [calls, agents] = await Promise.all([reads.paidCalls.listBetween(from, to), reads.agents.list()]);
  const days = [...Map.groupBy(calls, ({ date }) => date)].toSorted(([a], [b]) => (a < b ? 1 : -1));
  return {
    from,
    to,
    ...buildCosts(calls, agents),
    days: days.map(([date, group]) => ({ date, ...sumCosts(group) })),
  };
}

/** The days that are asked for; throws {@link AppError} `ARGUMENT_INVALID` for a span that is turned round or too long. */
function resolveSpan(input: CostsInput, latest: MatchDate): { readonly from: MatchDate; readonly to: MatchDate } {
  const to = input.to ?? latest;
  const from = input.from ?? addDays(to, 1 - MOST_COST_DAYS);
  const days = daysBetween(from, to) + 1;
  if (days >= 1 && days <= MOST_COST_DAYS) return { from, to };
  const message = `from: ${from} to ${to} are ${days} days. Ask for 1 to ${MOST_COST_DAYS}, first day first.`;
  throw new AppError({ code: 'ARGUMENT_INVALID', message, details: { field: 'from' } });
}
