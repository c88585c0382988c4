import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodeBody, measureBody } from './encoded-body.ts';

const LONG = JSON.stringify(Array.from({ length: 200 }, (_, index) => ({ index, title: 'Will it rain?' })));

test('every form of a body is the same text', async () => {
  const { br, gzip, identity } = await encodeBody(LONG);
  expect(identity.bytes.toString()).toBe(LONG);
  expect(brotliDecompressSync(br.bytes).toString()).toBe(LONG);
  expect(gunzipSync(gzip.bytes).toString()).toBe(LONG);
  expect(br.bytes.length).toBeLessThan(identity.bytes.length / 4);
});

test('each form has a tag of its own, which changes with the text', async () => {
  const one = await encodeBody(LONG);
  const other = await encodeBody(`${LONG} `);
  const tags = [...Object.values(one), ...Object.values(other)].map(({ etag }) => etag);
  expect(new Set(tags).size).toBe(6);
  expect((await encodeBody(LONG)).br.etag).toBe(one.br.etag);
  for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
});

test('a short body is sent as it is', async () => {
  const body = await encodeBody('null');
  expect([body.br, body.gzip]).toEqual([body.identity, body.identity]);
  expect(measureBody(body)).toBe(4);
});
