import type { SeasonDay } from '../../season/season-days.ts';
import { formatMarkdownTable } from './format-markdown-table.ts';
import type { FaultySeason } from './play-faulty-season.ts';
import type { ProcessLife } from './play-with-kills.ts';
import type { KillOutcome } from './run-kill-matrix.ts';

/** A command and the outcomes of killing it at many points. */
export type KillMatrix = {
  /** As typed by an operator. */
  readonly command: string;
  readonly outcomes: readonly KillOutcome[];
};

/** A command that was killed several times in a row. */
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

/** Formats docs/resilience.md. */
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

What the arena does when processes die, services fail, the queue is lost and workers race. This page is written by
\`pnpm --filter @coliseum/worker resilience\`, which repeats all of it. The tests in \`apps/worker/src/resilience\` repeat a part
of it in every \`npm test\`.`;

const KILL_MATRIX = `A proxy between the process and its database reads the MongoDB commands and kills the process (\`SIGKILL\`) at one of them:
before the command arrives, or after it is done but before the process gets the answer. The database goes on, with
the transaction that the process has left open: it holds its documents for six more seconds here, a minute and more on a
server with MongoDB's own setting, and the next process has to outwait it. Then the same command is started again and runs
to its end. There is a kill before every command, and another one after every write: a read changes nothing, so a kill
after it equals a kill before the next command. A day on the machine's own clock (\`arena run\`) is killed at a sample of its steps, including calls to outside
services, which go through another proxy. The comparison leaves out its instants, because they differ each time.

The end state is the \`arena export\` of all collections, with ids numbered by first appearance and without the latency of
outside calls. Everything else must be the same, byte for byte. Each time the audit must find no problems, every receipt
must be valid, and no event may be left open. The order of concurrent commands changes from run to run, so a kill may hit
a neighbouring command: the tables count what was actually hit.`;

const ROWS = `The same season on one data folder, killed at ten random commands in a row and then played to its end. After every
other kill the database is restarted as well, as after a crash of the machine.`;

const FAULTY_DAYS = `10 % of all calls to Kalshi, OpenRouter and Exa fail. \`npm run arena -- season --days 30 --from 2026-03-02 --faults 0.1
--seed 1\` repeats the first season. A failed call is one that failed after all tries. A day is played, or skipped with a
reason; an agent without an answer abstains with a reason. "Books" covers the audit, the receipts and open events.`;

const REST = `- \`apps/worker/src/resilience/queue-wiped.integration.test.ts\`: three days and their settlements through the real queue, worker
  and handlers, on PGlite and on Redis. The queue's storage is deleted while jobs are waiting. After \`reconcile\` has rebuilt
  them, the end state is that of a season played without a queue.
- \`apps/worker/src/resilience/racing.integration.test.ts\`: six workers on two connections settle the same event, for each
  of twenty events; two workers each settle all twenty at the same time; three processes settle the same backlog. Each time one
  settles, each stake has one settlement in the ledger, and the audit finds no problems. Three processes play the same day: one
  does, and each call is paid once. Three processes recheck settled events and amend each changed one once.
- \`apps/worker/src/resilience/paid-once.integration.test.ts\`: a day that is killed at its calls and resumed repeats only
  the calls whose answer was not recorded.
- \`apps/worker/src/resilience/killed-worker.integration.test.ts\`: the worker process, on the machine's clock, is killed during
  a day and during ten settlements, while its queue and its database keep running. After a restart it takes over the jobs of
  the dead process once their locks expire, and ends in the same state as an undisturbed worker. Waiting for the locks takes
  some minutes, so this test runs only with \`RESILIENCE_TEST_FULL=true\`.
`;

function describeMatrix({ command, outcomes }: KillMatrix): string {
  const atSteps = outcomes.filter(({ point }) => point.at === 'step');
  const atTimes = outcomes.filter(({ point }) => point.at === 'time');
  const different = outcomes.filter((outcome) => !isSame(outcome));
  const kinds = [...Map.groupBy(atSteps, ({ step }) => step ?? 'ended before')].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const total = `\`${command}\`: ${atSteps.length} steps and ${atTimes.length} random moments tried, ${different.length} ended differently.`;
  const rows = [...kinds, ...(atTimes.length === 0 ? [] : [['a random moment', atTimes] as const])].map(
    ([kind, tried]) => describeKind(kind, tried),
  );
  const table = formatMarkdownTable(['Killed at', 'Before', 'After', 'Same end state'], rows);
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
    day.status ?? 'not started',
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
