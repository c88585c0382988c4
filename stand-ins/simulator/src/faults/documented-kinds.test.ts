import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  exaCallKinds,
  kalshiCallKinds,
  marketLifeKinds,
  marketWireKinds,
  modelKinds,
  openRouterCallKinds,
} from './fault-kinds.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const chapter = readme.split('\n## Kinds of faults\n')[1]?.split('\n## ')[0] ?? '';

/** The kinds in the first column of the table that follows a heading line. */
function readDocumentedKinds(heading: string): readonly string[] {
  const table = chapter.split(`\n${heading}`)[1]?.split('\n\n')[1] ?? '';
  return [...table.matchAll(/^\| `([\w-]+)`/gm)].flatMap(([, kind]) => kind ?? []);
}

const ofAnyService = readDocumentedKinds('Any service');

test.each([
  ['Kalshi, a call', kalshiCallKinds],
  ['OpenRouter, a call', openRouterCallKinds],
  ['Exa, a call', exaCallKinds],
])('the README has every kind of %s, and no others', (heading, kinds) => {
  expect([...ofAnyService, ...readDocumentedKinds(heading)].toSorted()).toEqual([...kinds].toSorted());
});

test('the README has every kind that holds for a market or a model, and no others', () => {
  expect(readDocumentedKinds('Kalshi, a market').toSorted()).toEqual(
    [...marketLifeKinds, ...marketWireKinds].toSorted(),
  );
  expect(readDocumentedKinds('OpenRouter, a model').toSorted()).toEqual([...modelKinds].toSorted());
});
