import { z } from 'zod';
import type { Container } from './container.ts';
import { waitUntil } from './wait-until.ts';

const DAY_WITHIN_MS = 5 * 60_000;
const Status = z.object({ latestDate: z.string().nullable(), openEvents: z.number() });

/** Waits until the worker has committed a match day by itself. Those that `prepare` plays in advance are settled. */
export async function waitForDay(worker: Container): Promise<string> {
  let seen = '';
  await waitUntil('a committed match day', DAY_WITHIN_MS, async () => {
    const { code, stdout, stderr } = await worker.exec(['arena', 'status', '--json']);
    if (code !== 0) throw new Error(`arena status: ${stderr}`);
    const { latestDate, openEvents } = Status.parse(JSON.parse(stdout));
    seen = `match day ${latestDate} is committed, ${openEvents} events are open`;
    return openEvents > 0;
  });
  return seen;
}

type CommandCheck = { readonly command: readonly string[]; readonly shows: RegExp };

/** What an operator types in the worker's container, and what the answer has to show. */
const commands: readonly CommandCheck[] = [
  { command: ['arena', '--help'], shows: /Usage: arena/ },
  { command: ['arena', 'run', '--help'], shows: /docker compose exec worker arena run/ },
  { command: ['arena', 'status'], shows: /match days, latest: .* [1-5] events open/ },
  { command: ['arena', 'doctor'], shows: /^This looks at\n {2}Database .*MONGODB_URL/ },
  { command: ['arena', 'audit'], shows: /./ },
  { command: ['arena', 'verify'], shows: /Receipts verified against their match days: [1-9]/ },
  { command: ['arena', 'runbook', '--name', 'day-skipped'], shows: /docker compose exec worker arena/ },
];

/** Types each command and returns a line for each; throws an error with the first answer that is wrong. */
export async function tryCommands(worker: Container): Promise<string[]> {
  const lines: string[] = [];
  for (const { command, shows } of commands) {
    const { code, stdout, stderr } = await worker.exec(command);
    if (code !== 0 || !shows.test(stdout)) {
      throw new Error(`${command.join(' ')} ended with exit code ${code}:\n${stdout}${stderr}`);
    }
    lines.push(`ok  ${command.join(' ')}`);
  }
  return lines;
}

/** The user of a container is no root, has no rights, and cannot change what the image holds. */
export async function tryToWrite(container: Container): Promise<string> {
  const { stdout: status } = await container.exec(['sh', '-c', 'grep -E "^(Uid|CapEff|CapBnd):" /proc/self/status']);
  const { code } = await container.exec(['sh', '-c', 'touch /coliseum/written || touch /written']);
  if (code === 0) throw new Error(`${container.name} can write to its root`);
  if (!/^CapEff:\s0+$/m.test(status) || !/^CapBnd:\s0+$/m.test(status) || /^Uid:\s0\s/m.test(status)) {
    throw new Error(`${container.name} has more rights than none:\n${status}`);
  }
  return `ok  ${container.name} is user ${/^Uid:\s(\d+)/m.exec(status)?.[1]} without capabilities on a read-only root`;
}
