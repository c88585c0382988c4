/** A body that is larger than any answer to what was asked. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';

  constructor(maxBytes: number) {
    super(`The body is larger than ${maxBytes / 1_000_000} MB.`);
  }
}

/** What a status says that has no body. */
const EMPTY_STATUSES: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

/**
 * A `fetch` that reads the whole body before it answers, up to `maxBytes`. They count after decompression: a few kilobytes
 * can unpack to gigabytes. Throws BodyTooLargeError, and stops the transfer.
 */
export function limitBody(fetch: typeof globalThis.fetch, maxBytes: number): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const body = await readBody(response, maxBytes);
    const { status, statusText } = response;
    const headers = new Headers(response.headers);
    // They describe the body as it was sent.
    headers.delete('content-encoding');
    headers.delete('content-length');
    return new Response(EMPTY_STATUSES.has(status) ? null : body, { status, statusText, headers });
  };
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop by an error cancels the body.
  const stream: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of stream ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new BodyTooLargeError(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
