import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFrameReader, MAX_MESSAGE_BYTES } from './frame-reader.ts';

function buildFrame(size: number): Buffer {
  const bytes = Buffer.alloc(size, size % 251);
  bytes.writeInt32LE(size);
  return bytes;
}

test('messages are put together whole, however the stream is cut', () => {
  const sizes = fc.array(fc.integer({ min: 16, max: 300 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(sizes, fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), (lengths, cuts) => {
      const stream = Buffer.concat(lengths.map(buildFrame));
      const read = createFrameReader();
      const frames: Buffer[] = [];
      for (let offset = 0, cut = 0; offset < stream.length; cut += 1) {
        const end = offset + (cuts[cut % cuts.length] ?? 1);
        frames.push(...read(Buffer.from(stream.subarray(offset, end))));
        offset = end;
      }
      expect(frames).toEqual(lengths.map(buildFrame));
    }),
  );
});

test.each([15, -1, MAX_MESSAGE_BYTES + 1])('a length of %d is impossible', (length) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(length);
  expect(() => createFrameReader()(bytes)).toThrow(RangeError);
});

test('a message in small pieces is put together without copying it again for each', () => {
  const read = createFrameReader();
  const frame = buildFrame(4_000_000);
  const frames: Buffer[] = [];
  for (let offset = 0; offset < frame.length; offset += 50) frames.push(...read(frame.subarray(offset, offset + 50)));
  expect(frames).toHaveLength(1);
  expect(frames[0]?.equals(frame)).toBe(true);
});
