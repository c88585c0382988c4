/** The largest wire message a client may send, as `hello` says. */
export const MAX_MESSAGE_BYTES = 48_000_000;

/** Cuts a byte stream into wire messages. Throws RangeError for an impossible length. */
export function createFrameReader(): (chunk: Buffer) => Buffer[] {
  let chunks: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    const frames: Buffer[] = [];
    for (;;) {
      if (size < 4) return frames;
      const length = peekLength(chunks);
      if (length < 16 || length > MAX_MESSAGE_BYTES) throw new RangeError(`A message of ${length} bytes`);
      if (size < length) return frames;
      const joined = chunks.length === 1 ? (chunks[0] ?? chunk) : Buffer.concat(chunks);
      frames.push(joined.subarray(0, length));
      chunks = joined.length === length ? [] : [joined.subarray(length)];
      size -= length;
    }
  };
}

function peekLength(chunks: readonly Buffer[]): number {
  const [first] = chunks;
  if (first !== undefined && first.length >= 4) return first.readInt32LE(0);
  return Buffer.concat(chunks).readInt32LE(0);
}
