import { expect, test } from 'vitest';
import { mergeDocuments } from './merge-documents.ts';

const older = '# Figures\n\nOld.\n\n## One\n\nold\n\n## Two\n\nold\n';

test('a section that was measured again takes the place of the older one, the others stay', () => {
  const newer = '# Figures\n\nNew.\n\n## Two\n\nnew\n';
  expect(mergeDocuments(older, newer)).toBe('# Figures\n\nNew.\n\n## One\n\nold\n\n## Two\n\nnew\n');
});

test('a section that is new comes last', () => {
  const newer = '# Figures\n\n## Three\n\nnew\n';
  expect(mergeDocuments(older, newer)).toBe('# Figures\n\n## One\n\nold\n\n## Two\n\nold\n\n## Three\n\nnew\n');
});

test('without an older document the new one stands as it is', () => {
  expect(mergeDocuments('', older)).toBe(older);
});

test('a document merged with itself stays the same', () => {
  expect(mergeDocuments(older, older)).toBe(older);
});
