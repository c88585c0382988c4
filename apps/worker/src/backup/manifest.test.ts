import { expect, test } from 'vitest';
import { parseManifest } from './manifest.ts';

const KNOWN = ['agents', 'bets'];
const copied = { documents: 1, bytes: 5, sha256: 'a'.repeat(64) };
const good = { format: 1, createdAt: '2026-11-27T12:00:00.000Z', collections: { agents: copied } };

test('a manifest of this version is read', () => {
  expect(parseManifest(JSON.stringify(good), KNOWN)).toEqual(good);
});

test.each([
  [
    'a later format',
    { ...good, format: 2 },
    'a newer version wrote it (its format is 2, and this version reads up to 1)',
  ],
  ['a later format of another form', { format: 7 }, 'a newer version wrote it'],
  [
    'a collection of later',
    { ...good, collections: { ...good.collections, seats: copied } },
    'a newer version wrote it (it holds seats',
  ],
  ['a hash that is none', { ...good, collections: { agents: { ...copied, sha256: 'x' } } }, 'manifest.json is damaged'],
  ['no format', { ...good, format: undefined }, 'manifest.json is damaged'],
  ['a path for a name', { ...good, collections: { '../agents': copied } }, 'manifest.json is damaged'],
])('%s is refused with what it is', (_, manifest, message) => {
  expect(() => parseManifest(JSON.stringify(manifest), KNOWN)).toThrow(message);
});

test('half a file is refused', () => {
  expect(() => parseManifest('{"format":', KNOWN)).toThrow('manifest.json is no JSON');
});
