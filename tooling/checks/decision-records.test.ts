import { expect, test } from 'vitest';
import { findRecordProblems } from './decision-records.ts';

const record = { file: '0001-money.md', text: '# 0001 Money\n\nText.\n\nLook at it again when cents are abolished.\n' };
const frontPage = '[money](docs/decisions/0001-money.md)';

test('a numbered, linked record that says when to look at it again passes', () => {
  expect(findRecordProblems([record], frontPage)).toEqual([]);
});

test('two records with one number are both named', () => {
  const twin = { file: '0001-queue.md', text: record.text };
  const problems = findRecordProblems([record, twin], `${frontPage} 0001-queue.md`);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain('another record has the number 0001');
});

test.each([
  ['a title with another number', { ...record, text: record.text.replace('# 0001', '# 0002') }, frontPage],
  ['no line on when to look at it again', { ...record, text: '# 0001 Money\n' }, frontPage],
  ['no link from the front page', record, ''],
])('%s is one problem', (_what, wrong, page) => {
  expect(findRecordProblems([wrong], page)).toHaveLength(1);
});
