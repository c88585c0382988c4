import { createServer } from 'node:http';
import { z } from 'zod';

/** Headers that Node writes itself. */
const OWN_HEADERS = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

// Answers with the bytes and headers of another server, on bare Node: `node bare-server.ts URL`, where the parent gets the
// address of every path. What it costs to send these bytes is what nobody can save.
const source = z.url().parse(process.argv[2]);
const answers = new Map<string, { readonly headers: Record<string, string>; readonly bytes: Buffer }>();

async function copyAnswer(path: string): Promise<void> {
  const response = await fetch(`${source}${path}`, { headers: { 'accept-encoding': 'identity' } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = [...response.headers].filter(([name]) => !OWN_HEADERS.has(name));
  answers.set(path, { bytes, headers: { ...Object.fromEntries(headers), 'content-length': String(bytes.length) } });
}

for (const path of process.argv.slice(3)) await copyAnswer(path);

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  if (answer === undefined) return void response.writeHead(404).end();
  response.writeHead(200, answer.headers);
  response.end(answer.bytes);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
process.once('disconnect', () => process.exit(0));
