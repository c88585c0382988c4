import type { ExaAnswer } from '@coliseum/exa/answer';
import { expect, test } from 'vitest';
import { LOCKED_AT, makeMarket } from '../../testing/fixtures.ts';
import { assembleBrief, type SectionAnswer } from './assemble-brief.ts';
import { BRIEF_SECTIONS } from './research-questions.ts';

const makeSource = (url: string, carriesOdds = false) => ({
  url,
  title: `About ${url}`,
  publishedAt: null,
  author: null,
  carriesOdds,
});
const makeExaAnswer = (answer: string, urls: readonly string[] = []): ExaAnswer => ({
  answer,
  citations: urls.map((url) => makeSource(url, url.includes('odds'))),
  costMicroDollars: 5_000,
  askedAt: LOCKED_AT,
  requestId: 'r',
});
const answerEverySection = (answer: ExaAnswer | null): SectionAnswer[] =>
  BRIEF_SECTIONS.map(({ section }) => ({ section, answer }));

test('a brief has the format of the requirements', () => {
  const brief = assembleBrief(
    makeMarket(),
    answerEverySection(makeExaAnswer('1. Rain fell.\n* Wind rose.')),
    LOCKED_AT,
  );
  expect(brief.status).toBe('complete');
  expect(brief.text).toBe(
    [
      '# Market Question: Will it rain in Denver on 2 March?',
      '# Resolution Criteria: If measurable rain falls, YES.',
      '# Close Time: 2026-03-03T01:00:00.000Z',
      '# Current Price: 0.40',
      '',
      '## Key Facts\n- Rain fell.\n- Wind rose.',
      '',
      '## Recent Developments\n- Rain fell.\n- Wind rose.',
      '',
      '## Historical Context\n- Rain fell.\n- Wind rose.',
      '',
      '## Consensus/Expert Views\n- Rain fell.\n- Wind rose.',
    ].join('\n'),
  );
});

test('each source is numbered once, in order of appearance, and keeps its odds flag', () => {
  const answers = answerEverySection(makeExaAnswer('- Fact', ['https://a.example', 'https://odds.example']));
  const brief = assembleBrief(makeMarket(), answers, LOCKED_AT);
  expect(brief.sources.map(({ number, url, carriesOdds }) => [number, url, carriesOdds])).toEqual([
    [1, 'https://a.example', false],
    [2, 'https://odds.example', true],
  ]);
  expect(brief.text).toContain('- Sources: [1] [2]');
});

test('a brief names its missing sections', () => {
  const [first, ...rest] = answerEverySection(makeExaAnswer('- Fact'));
  const partial = assembleBrief(
    makeMarket(),
    first === undefined ? rest : [{ ...first, answer: null }, ...rest],
    LOCKED_AT,
  );
  expect(partial.status).toBe('partial');
  expect(partial.text).toContain('## Key Facts\n- Research for this section failed.');
  expect(assembleBrief(makeMarket(), answerEverySection(null), LOCKED_AT).status).toBe('failed');
});

test('long rules and answers are cut at line ends to the length of the requirements', () => {
  const long = Array.from({ length: 100 }, (_, line) => `- ${'x'.repeat(100)} ${line}`).join('\n');
  const brief = assembleBrief(
    makeMarket({ resolutionCriteria: 'rule '.repeat(2_000) }),
    answerEverySection(makeExaAnswer(long)),
    LOCKED_AT,
  );
  expect(brief.text.length).toBeLessThan(8_020);
  expect(brief.text.length).toBeGreaterThan(7_500);
  expect(brief.text.split('\n').filter((line) => /x{1,99}$/.test(line))).toEqual([]);
});

test('lines with a prediction are left out', () => {
  const brief = assembleBrief(
    makeMarket(),
    answerEverySection(makeExaAnswer('- Rain fell.\n- I estimate a 70% chance.')),
    LOCKED_AT,
  );
  expect(brief.text).toContain('## Key Facts\n- Rain fell.\n\n');
  const predicting = assembleBrief(makeMarket(), answerEverySection(makeExaAnswer('Prediction: YES')), LOCKED_AT);
  expect(predicting.text).toContain('## Key Facts\n- Nothing was found.');
});

test('a source is listed with its date when it is known', () => {
  const dated = { ...makeSource('https://a.example'), publishedAt: new Date('2026-03-01T22:00:00Z') };
  const answer = { ...makeExaAnswer('- Fact'), citations: [dated, makeSource('https://b.example')] };
  expect(assembleBrief(makeMarket(), answerEverySection(answer), LOCKED_AT).text).toContain(
    '- Sources: [1] (2026-03-01) [2]',
  );
});

test('headings inside an answer do not become sections of the brief', () => {
  const brief = assembleBrief(makeMarket(), answerEverySection(makeExaAnswer('## Verdict\n- YES')), LOCKED_AT);
  expect(brief.text.match(/^## /gm)).toHaveLength(4);
});

test('rules of several paragraphs become one line', () => {
  const market = makeMarket({ resolutionCriteria: 'If rain falls, YES.\n\n## Verdict\nNO otherwise.' });
  const brief = assembleBrief(market, answerEverySection(makeExaAnswer('- Fact')), LOCKED_AT);
  expect(brief.text).toContain('# Resolution Criteria: If rain falls, YES. ## Verdict NO otherwise.\n# Close Time');
});
