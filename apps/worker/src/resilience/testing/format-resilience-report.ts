import type { SeasonDay } from '../../season/season-days.ts';
import { formatMarkdownTable } from './format-markdown-table.ts';
import type { FaultySeason } from './play-faulty-season.ts';
import type { ProcessLife } from './play-with-kills.ts';
import type { KillOutcome } from './run-kill-matrix.ts';

/** A command, and what came of killing it. */
export type KillMatrix = {
  /** As typed. */
  readonly command: string;
  readonly outcomes: readonly KillOutcome[];
};

/** A command that was killed time and again. */
export type KillSeries = {
  readonly command: string;
  readonly lives: readonly ProcessLife[];
  readonly difference: string | null;
};

export type ResilienceResults = {
  readonly matrices: readonly KillMatrix[];
  readonly rows: readonly KillSeries[];
  readonly seasons: readonly FaultySeason[];
};

/** The text of docs/resilience.md. */
export function formatResilienceReport({ matrices, rows, seasons }: ResilienceResults): string {
  const [first] = seasons;
  return [
    INTRODUCTION,
    '## Killed at every step',
    KILL_MATRIX,
    ...matrices.map(describeMatrix),
    '## Killed ten times in a row',
    ROWS,
    formatMarkdownTable(['Command', 'Killed after steps', 'End state'], rows.map(describeKillSeries)),
    '## Thirty faulty days',
    FAULTY_DAYS,
    formatMarkdownTable(
      ['Seed', 'Played', 'Skipped', 'Failed calls', 'No answer', 'Books'],
      seasons.map(describeSeason),
    ),
    ...(first === undefined ? [] : [`Seed ${first.seed}, day by day:`, formatDayTable(first.days)]),
    '## Races and a lost queue',
    REST,
  ].join('\n\n');
}

const INTRODUCTION = `# Resilience

What the arena does when processes die, services fail, the queue is lost and workers race. Written by
\`pnpm --filter @coliseum/worker resilience\`, which plays all of it again; the tests in \`apps/worker/src/resilience\` try a part of
it at every \`npm test\`.`;

const KILL_MATRIX = `A proxy between the process and its database reads the MongoDB commands and kills the process (\`SIGKILL\`) at one of them:
before it arrives, or when it is done and before the process learns. The database starts anew too, as after the end of
a machine. Then the same command is started again and runs to its end. Every command is tried with a kill before it, and
every write also with one after it: a read changes nothing, so a kill after it is one before the next command. A day on
the machine's own clock (\`arena run\`) is killed at a choice of its steps, calls of the outside services included, which
another proxy reads; what is compared leaves out its instants, as they are other ones each time.

The end state is the \`arena export\` of all collections, with ids numbered by first appearance and the latency of outside
calls left out; everything else is the same, byte for byte, or the point counts as different. Each time the audit has to
be clean, every receipt has to hold, and nothing may be left open. Commands that run side by side change places from run
to run, so a point may hit a neighbour: the tables count what was hit.`;

const ROWS = `The same season on one data folder, killed at ten random commands in a row, then left to end.`;

const FAULTY_DAYS = `A tenth of all calls to Kalshi, OpenRouter and Exa fail: \`npm run arena -- season --days 30 --from 2026-03-02 --faults 0.1
--seed 1\` repeats the first. A failed call is one that failed after all its tries. A day is played, or skipped with its
reason; an agent without an answer abstains with its reason. The books are the audit, the receipts and open events.`;

const REST = `- \`apps/worker/src/resilience/queue-wiped.integration.test.ts\`: three days and their settlements through the real queue, worker
  and handlers, on PGlite and on Redis. The queue's storage is deleted with jobs waiting. What \`reconcile\` rebuilds ends
  in the state of a season that knows no queue.
- \`apps/worker/src/resilience/racing.integration.test.ts\`: six workers on two connections settle each of twenty events at
  once, all twenty at once by two workers each, and three processes the same backlog: one settles, each stake has one
  settlement in the ledger, the audit is clean. Three processes play the same day: one does, and each call is paid once. Three
  that ask again about settled events amend each changed one once.
- \`apps/worker/src/resilience/paid-once.integration.test.ts\`: a day that is killed at its calls and taken up again repeats only
  those that no answer was written down for.
- \`apps/worker/src/resilience/killed-worker.integration.test.ts\`: the worker's own process, on the machine's clock, is killed in
  the middle of a day and of ten settlements while its queue and its database live on. Started again, it takes the jobs that the
  dead one had taken once their locks run out, and ends where one that was left alone does. It waits for those locks, some
  minutes in all, so it is tried with \`RESILIENCE_TEST_FULL=true\` only.
`;

function describeMatrix({ command, outcomes }: KillMatrix): string {
  const atSteps = outcomes.filter(({ point }) => point.at === 'step');
  const atTimes = outcomes.filter(({ point }) => point.at === 'time');
  const different = outcomes.filter((outcome) => !isSame(outcome));
  const kinds = [...Map.groupBy(atSteps, ({ step }) => step ?? 'ended before')].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const total = `\`${command}\`: ${atSteps.length} boundaries and ${atTimes.length} random moments tried, ${different.length} ended differently.`;
  const rows = [...kinds, ...(atTimes.length === 0 ? [] : [['a random moment', atTimes] as const])].map(
    ([kind, tried]) => describeKind(kind, tried),
  );
  const table = formatMarkdownTable(['Killed at', 'Before', 'After', 'Same end'], rows);
  const problems = different.map(({ point, difference, problems: found }) =>
    [`- ${JSON.stringify(point)}: ${difference ?? 'the same state'}`, ...found].join('; '),
  );
  return [total, table, ...(problems.length === 0 ? [] : [problems.join('\n')])].join('\n\n');
}

function describeKind(kind: string, tried: readonly KillOutcome[]): string[] {
  const countPhase = (phase: 'before' | 'after'): string =>
    String(tried.filter(({ point }) => point.at === 'step' && point.phase === phase).length);
  const same = tried.filter(isSame).length;
  return [kind, countPhase('before'), countPhase('after'), `${same} of ${tried.length}`];
}

function isSame({ difference, problems }: KillOutcome): boolean {
  return difference === null && problems.length === 0;
}

function describeKillSeries({ command, lives, difference }: KillSeries): string[] {
  const steps = lives.filter(({ wasKilled }) => wasKilled).map((life) => String(life.steps.length));
  return [`\`${command}\``, steps.join(', '), difference === null ? 'the same' : `different: ${difference}`];
}

function describeSeason({ seed, days, problems }: FaultySeason): string[] {
  const played = days.filter(({ status }) => status === 'completed').length;
  const skipped = listCounts(sumCounts(days.map(({ reason }) => (reason === null ? {} : { [reason]: 1 }))));
  const failed = listCounts(sumCounts(days.map(({ failedCalls }) => failedCalls)));
  const noAnswers = listCounts(sumCounts(days.map(toNoAnswerCounts)));
  return [seed, String(played), skipped, failed, noAnswers, problems.length === 0 ? 'clean' : problems.join('; ')];
}

function formatDayTable(days: readonly SeasonDay[]): string {
  const rows = days.map((day) => [
    day.date,
    day.status ?? 'not begun',
    day.reason ?? '',
    listCounts(day.failedCalls),
    String(day.bets),
    String(day.abstentions.chosen ?? 0),
    listCounts(toNoAnswerCounts(day)),
  ]);
  return formatMarkdownTable(['Day', 'Status', 'Reason', 'Failed calls', 'Bets', 'Passed', 'No answer'], rows);
}

type Counts = Readonly<Partial<Record<string, number>>>;

function toNoAnswerCounts({ abstentions }: SeasonDay): Counts {
  const { chosen: _, ...noAnswers } = abstentions;
  return noAnswers;
}

function sumCounts(all: readonly Counts[]): Counts {
  const total: Record<string, number> = {};
  for (const counts of all) {
    for (const [key, count = 0] of Object.entries(counts)) total[key] = (total[key] ?? 0) + count;
  }
  return total;
}

function listCounts(counts: Counts): string {
  return Object.entries(counts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => `${key} ${count}`)
    .join(', ');
}
