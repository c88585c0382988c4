import { parseArgs } from 'node:util';
import { runFuzz } from './run-fuzz.ts';
import { startFuzzedServer } from './start-fuzzed-server.ts';

const HELP = `Sends requests made from the OpenAPI document to an API on sample data: wrong types, huge and negative numbers,
NUL, operators, very long addresses, wrong methods. Fails on a status of 500 or above, an answer that does not come, an
error in another form, or a heap that grows.

  pnpm fuzz:api [--requests 10000] [--seed 1]
`;

/** Half as many requests again may leave this much more in the heap: what is kept of answers is bounded, but not full yet. */
const MOST_GROWTH_BYTES = 32 * 1024 * 1024;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) process.stdout.write(HELP);
else await main(Number(values.requests), Number(values.seed));

async function main(requests: number, seed: number): Promise<void> {
  const { server, port } = await startFuzzedServer();
  const onProgress = (sent: number): void => {
    if (sent % 1_000 === 0) process.stderr.write(`${sent} of ${requests}\n`);
  };
  const report = await runFuzz({ port, requests, seed, onProgress });
  await server.close();
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (report.problems.length > 0 || report.heapGrowthBytes > MOST_GROWTH_BYTES) process.exitCode = 1;
}
