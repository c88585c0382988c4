/** The largest wire message a client may send, as `hello` says. */
export const MAX_MESSAGE_BYTES = 48_000_000;

const LENGTH_BYTES = 4;
const HEADER_BYTES = 16;

/**
 * Cuts a byte stream into wire messages. Keeps at most one unfinished message, in memory that grows with what has
 * arrived and not with the length it announces. Throws RangeError for an impossible length.
 */
export function createFrameReader(): (chunk: Buffer) => Buffer[] {
  let held = Buffer.alloc(0);
  let size = 0;
  const append = (chunk: Buffer): Buffer => {
    if (size === 0) return chunk;
    const needed = size + chunk.length;
    if (needed > held.length) {
      // Doubled, so that a message that comes in small pieces is not copied once for each of them.
      const grown = Buffer.alloc(Math.max(needed, Math.min(2 * held.length, MAX_MESSAGE_BYTES)));
      held.copy(grown, 0, 0, size);
      held = grown;
    }
    chunk.copy(held, size);
    return held.subarray(0, needed);
  };
  return (chunk) => {
    const bytes = append(chunk);
    const frames: Buffer[] = [];
    let offset = 0;
    for (let length = peekLength(bytes, 0); length <= bytes.length - offset; length = peekLength(bytes, offset)) {
      frames.push(bytes.subarray(offset, offset + length));
      offset += length;
    }
    // Whole messages are views of the memory they came in, so what is left of it goes into new memory.
    if (offset > 0 || size === 0) held = Buffer.from(bytes.subarray(offset));
    size = bytes.length - offset;
    return frames;
  };
}

/** The length of the message that begins at `offset`, infinite while too little of it is there to say. */
function peekLength(bytes: Buffer, offset: number): number {
  if (bytes.length - offset < LENGTH_BYTES) return Number.POSITIVE_INFINITY;
  const length = bytes.readInt32LE(offset);
  if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new RangeError(`A message of ${length} bytes`);
  return length;
}
