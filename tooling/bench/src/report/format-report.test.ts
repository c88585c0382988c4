import { expect, test } from 'vitest';
import type { Figure } from '../benchmark.ts';
import { formatNumber } from './format-number.ts';
import { formatReport } from './format-report.ts';
import { formatTable } from './format-table.ts';
import type { MeasuredSection, Report } from './report.ts';

const figure: Figure = {
  what: 'insertOne',
  where: 'local stack',
  unit: 'per second',
  summary: { minimum: 1234.4, median: 1500, maximum: 2000.6, count: 5 },
  ratio: { of: 'node:sqlite', value: 0.1234 },
};

const section: MeasuredSection = {
  title: 'The driver',
  figures: [figure, { ...figure, ratio: null }],
  method: ['One caller.', 'Warm.'],
  startedAt: '2026-11-22T13:30:00.000Z',
  loadAverageBefore: 0.25,
  loadAverageAfter: 1.5,
};

const report: Report = {
  effort: 'full',
  machine: {
    processor: 'Abacus 2000',
    processorCount: 2,
    memoryBytes: 8 * 2 ** 30,
    system: 'Linux 6.1',
    versions: { Node: '24.21.0', Redis: '7.0.15' },
    commit: 'abc1234',
  },
  sections: [section],
  failures: [],
};

test.each([
  [0.012345, '0.0123'],
  [4.5678, '4.57'],
  [78.94, '78.9'],
  [99.96, '100'],
  [123.5, '124'],
  [1_234_567.8, '1,234,568'],
  [0, '0'],
])('%d is written as %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('columns of a table are as wide as their widest cell, numbers to the right', () => {
  const table = formatTable(
    [
      { heading: 'what', align: 'left' },
      { heading: 'n', align: 'right' },
    ],
    [
      ['insertOne', '7'],
      ['find', '12,345'],
    ],
  );
  expect(table.split('\n')).toEqual([
    '| what      |      n |',
    '| --------- | -----: |',
    '| insertOne |      7 |',
    '| find      | 12,345 |',
  ]);
});

test('a report says when, where and how, and gives minimum, median, maximum, how often it was measured and ratio of each figure', () => {
  const text = formatReport(report);
  expect(text).toContain('2026-11-22T13:30:00.000Z, commit `abc1234`');
  expect(text).toContain('Abacus 2000, 2 processors, 8 GiB, Linux 6.1');
  expect(text).toContain('0.25 before, 1.50 after (average of a minute)');
  expect(text).toMatch(/\| Redis +\| 7\.0\.15 +\|/);
  expect(text).toContain('## The driver');
  expect(text).toMatch(
    /\| insertOne \| local stack \| per second \| +1,234 \| +1,500 \| +2,001 \| +5 \| 0\.123 × node:sqlite \|/,
  );
  expect(text).toContain('- One caller.\n- Warm.\n');
});

test('figures of a busy machine and of a quick run say so', () => {
  expect(formatReport(report)).not.toMatch(/other work|--quick/);
  const formatWithLoads = (loads: Partial<MeasuredSection>): string =>
    formatReport({ ...report, sections: [{ ...section, ...loads }] });
  expect(formatWithLoads({ loadAverageBefore: 2.5 })).toContain('other work to do** on its 2 processors');
  expect(formatWithLoads({ loadAverageAfter: 9.5 })).toContain('other work to do');
  expect(formatReport({ ...report, effort: 'quick' })).toContain('--quick');
});
