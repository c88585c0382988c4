import { expect, test } from 'vitest';
import { parsePersona } from './parse-persona.ts';

const lines = [
  'name: Base Rate Purist',
  'description: Starts from the base rate',
  'version: "1.0"',
  'risk_tolerance: low',
  'confidence_threshold: 70 # percent',
  'max_bet_percentage: 5',
  'decision_framework: |',
  '  First line.',
  '  Second line.',
  'evaluation_criteria:',
  '  - Base rate',
  '  - Reference class',
  'prompt_template: You are a base rate purist.',
];

/** The persona above with one line replaced (line numbers from 1). */
function replaceLine(line: number, text: string): string {
  return lines.with(line - 1, text).join('\n');
}

function parseIssues(text: string) {
  const parsed = parsePersona(text);
  return parsed.ok ? [] : parsed.error;
}

test('a whole persona is read with its multi-line text', () => {
  const parsed = parsePersona(lines.join('\n'));
  expect(parsed).toMatchObject({ ok: true, value: { nameLine: 1 } });
  expect(parsed.ok && parsed.value.config.decision_framework).toBe('First line.\nSecond line.\n');
});

test.each([
  ['a bet size above the cap', 6, 'max_bet_percentage: 25', /^max_bet_percentage: /],
  ['a word where a number belongs', 5, 'confidence_threshold: high', /^confidence_threshold: /],
  ['an unknown risk tolerance', 4, 'risk_tolerance: reckless', /^risk_tolerance: /],
  ['an empty criterion', 12, '  - ""', /^evaluation_criteria\.1: /],
  ['a field that does not exist', 5, 'confidence_treshold: 70', /^confidence_treshold: unknown field$/],
  ['a field given twice', 3, 'name: Twice', /unique/],
  ['an indentation mistake', 9, ' Second line.', /./],
])('%s is reported with its line', (_, line, text, message) => {
  expect(parseIssues(replaceLine(line, text))).toContainEqual({ line, message: expect.stringMatching(message) });
});

test('a missing field is reported by name', () => {
  expect(parseIssues(replaceLine(6, ''))).toEqual([{ line: 1, message: 'max_bet_percentage: missing field' }]);
});

test('every mistake in a text is reported', () => {
  expect(parseIssues('name: Half\nversion: 1\n').length).toBeGreaterThan(5);
});

test.each(['', '# nothing here', '- a\n- list', 'just text'])('text that is not a mapping is refused: %j', (text) => {
  expect(parseIssues(text)).toEqual([{ line: 1, message: expect.stringContaining('field: value') }]);
});
