import { ensurePresent } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { createPrismaContext } from './store.ts';

// Why writes go through the driver. When one of these fails, Prisma can do it, and `Store.write` may go.
const { codecs } = createPrismaContext().context;

test('Prisma encodes a null id as a fresh one', async () => {
  const encoded = await ensurePresent(codecs.get('mongo/objectId@1'), 'codec').encode(null, {});
  expect(String(encoded)).toMatch(/^[0-9a-f]{24}$/);
});

test('Prisma refuses a null 64-bit integer', async () => {
  await expect(ensurePresent(codecs.get('mongo/int64@1'), 'codec').encode(null, {})).rejects.toThrow(
    'must be a bigint',
  );
});

test('Prisma refuses a list of ids', async () => {
  const ids = ['000000000000000000000001'];
  await expect(ensurePresent(codecs.get('mongo/objectId@1'), 'codec').encode(ids, {})).rejects.toThrow(
    'does not match the accepted types',
  );
});
