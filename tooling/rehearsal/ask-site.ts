const STREAM_WITHIN_MS = 20_000;
const STATIC_FILE = /\/_next\/static\/[^"\\]+\.js/;

type Ask = { readonly path: string; readonly expects: (response: Response, body: string) => boolean };

/** Asks for pages and data as a spectator does, at one address. Returns a line for each; throws at the first wrong one. */
export async function askSite(origin: string): Promise<string[]> {
  const page = await (await fetch(origin)).text();
  const file = STATIC_FILE.exec(page)?.[0];
  if (file === undefined) throw new Error('the front page names no script');
  const asks: readonly Ask[] = [
    { path: '/', expects: (_response, body) => body.includes('</html>') },
    { path: '/api/leaderboard', expects: (_response, body) => body.startsWith('{') },
    { path: '/api/status', expects: (response) => response.headers.get('x-request-id') !== null },
    { path: '/trpc/status', expects: (_response, body) => body.includes('"result"') },
    { path: file, expects: ({ headers }) => /max-age=31536000, immutable/.test(headers.get('cache-control') ?? '') },
  ];
  const lines: string[] = [];
  for (const { path, expects } of asks) {
    const response = await fetch(`${origin}${path}`);
    const body = await response.text();
    if (response.status !== 200 || !expects(response, body)) {
      throw new Error(`${origin}${path} answered ${response.status}: ${body.slice(0, 300)}`);
    }
    lines.push(`ok  ${origin}${path}`);
  }
  return [...lines, await openStream(`${origin}/api/live`)];
}

/** The first bytes of a stream have to come while it is open. */
async function openStream(url: string): Promise<string> {
  const { body } = await fetch(url, { signal: AbortSignal.timeout(STREAM_WITHIN_MS) });
  const reader = body?.getReader();
  const chunk: { readonly value?: Uint8Array } | undefined = await reader?.read();
  const text = new TextDecoder().decode(chunk?.value);
  await reader?.cancel();
  if (!text.startsWith('retry:')) throw new Error(`${url} began with ${JSON.stringify(text)}`);
  return `ok  ${url} streams`;
}
