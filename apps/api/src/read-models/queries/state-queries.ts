import { toMinuteOfDay } from '@coliseum/config/minute-of-day';
import type { PersonaListInput, PersonaListView } from '../../views/persona-list-view.ts';
import type { RulesView } from '../../views/rules-view.ts';
import type { StatusView } from '../../views/status-view.ts';
import type { ArenaQueries } from '../arena-queries.ts';
import type { ArenaSource } from '../arena-source.ts';
import { buildPersona } from '../persona.ts';
import { buildRules } from '../rules.ts';
import { buildStatus } from '../status.ts';

/** How many of the latest runs are searched for skipped days. */
const RUNS_SEARCHED = 60;

type StateQueries = Pick<ArenaQueries, 'status' | 'rules' | 'currentPersona' | 'listPersonas'>;

/** The queries about the arena as it is now. */
export function createStateQueries(source: ArenaSource): StateQueries {
  return {
    status: () => readStatus(source),
    rules: () => readRules(source),
    listPersonas: (input) => readPersonas(source, input),
    currentPersona: async () => {
      const week = await source.reads.personas.findActive();
      return week === null ? null : buildPersona(week);
    },
  };
}

async function readPersonas({ reads }: ArenaSource, input: PersonaListInput): Promise<PersonaListView> {
  const { limit, offset, cursor } = input;
  const [total, before, weeks] = await Promise.all([
    reads.personas.count(),
    cursor === undefined ? offset : reads.personas.count({ notBefore: cursor }),
    reads.personas.listLatest({ limit, offset: cursor === undefined ? offset : 0, before: cursor }),
  ]);
  const hasMore = before + weeks.length < total;
  const next_cursor = hasMore ? (weeks.at(-1)?.weekNumber ?? null) : null;
  return { total, limit, offset: before, next_cursor, personas: weeks.map(buildPersona) };
}

async function readStatus({ reads, clock, exhibition, dailyRunAtUtc, revisions }: ArenaSource): Promise<StatusView> {
  const [runs, unsettled, matchDay, latest] = await Promise.all([
    reads.runs.list({ limit: RUNS_SEARCHED, offset: 0 }),
    reads.events.listUnsettled(),
    reads.batches.count(),
    reads.batches.findLatest(),
  ]);
  const dailyRunMinute = toMinuteOfDay(dailyRunAtUtc);
  const latestDate = latest?.date ?? null;
  return buildStatus({
    exhibition,
    now: clock.now(),
    dailyRunMinute,
    matchDay,
    latestDate,
    runs,
    unsettled,
    revisions,
  });
}

/** The fee rule in force is that of the newest match day: it is what its bets are charged by, whatever is configured here. */
async function readRules({ reads, dailyRunAtUtc, feeRule }: ArenaSource): Promise<RulesView> {
  const latest = await reads.batches.findLatest();
  return buildRules({ dailyRunAtUtc, feeRule: latest?.feeRule ?? feeRule });
}
