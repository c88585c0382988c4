import type { ExaAnswer } from '@coliseum/exa/answer';
import { measureFastestMs } from '@coliseum/http/testing/measure-fastest';
import fc from 'fast-check';
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

test('nothing changes a fact on its way into a brief, whatever marks its line as a line of a list', () => {
  const figure = fc
    .tuple(fc.constantFrom('', '-', '+', '−', '$', '-$', '#', '≈', '<', '.'), fc.nat(9_999), fc.option(fc.nat(999)))
    .map(([sign, whole, part]) => `${sign}${whole}${part === null ? '' : `.${part}`}`);
  const unit = fc.constantFrom('°C', '%', 'points', 'million ballots', 'mm of rain', 'bps', 'seed Duke', ')', '–5');
  const style = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => `**${text}**`,
    (text) => `*${text}*`,
    (text) => `_${text}_`,
    (text) => `"${text}"`,
  );
  const fact = fc
    .tuple(figure, unit, style, fc.constantFrom('', ' on Monday.', ' (NWS, 3 March).', '; 2.5 the day before.'))
    .map(([number, name, decorate, end]) => `${decorate(`${number} ${name}`)}${end}`);
  const marks = fc.constantFrom<(index: number) => string>(
    () => '',
    () => '- ',
    () => '* ',
    () => '  • ',
    (index) => `${index + 1}. `,
    (index) => `${index + 1}) `,
    () => '### ',
  );
  fc.assert(
    fc.property(fc.array(fact, { minLength: 1, maxLength: 12 }), marks, (facts, mark) => {
      const text = facts.map((line, index) => mark(index) + line).join('\n');
      const brief = assembleBrief(makeMarket(), answerEverySection(makeExaAnswer(text)), LOCKED_AT);
      expect(brief.text).toContain(`## Key Facts\n${facts.map((line) => `- ${line}`).join('\n')}\n\n`);
    }),
  );
});

test('the citations inside an answer have the numbers of the brief', () => {
  const answers: SectionAnswer[] = [
    { section: 'Key Facts', answer: makeExaAnswer('Rain [1], wind [2].', ['https://a.example', 'https://b.example']) },
    {
      section: 'Recent Developments',
      answer: makeExaAnswer('Hail [1], snow [2][3]; 2.5 mm [1, 2].', ['https://c.example', 'https://a.example']),
    },
  ];
  const { text } = assembleBrief(makeMarket(), answers, LOCKED_AT);
  expect(text).toContain('- Rain [1], wind [2].\n- Sources: [1] [2]');
  expect(text).toContain('- Hail [3], snow [1](3); 2.5 mm [3][1].\n- Sources: [3] [1]');
});

test('a number in brackets is no citation where an answer has no sources', () => {
  const [first, ...rest] = answerEverySection(makeExaAnswer('Rain [1].'));
  const sourced = { section: 'Key Facts', answer: makeExaAnswer('Sun [1].', ['https://a.example']) } as const;
  const { text } = assembleBrief(makeMarket(), first === undefined ? rest : [sourced, ...rest], LOCKED_AT);
  expect(text).toContain('- Sun [1].');
  expect(text).toContain('- Rain (1).');
});

const paragraph = Array.from(
  { length: 80 },
  (_, index) => `By hour ${index} the gauge in Denver had 2.${index} mm.`,
).join(' ');

test.each([
  ['sentences', paragraph],
  ['one sentence', paragraph.replaceAll('. By', ', by')],
  ['words without a space', '雨が降った、'.repeat(700)],
])('a paragraph longer than its section is cut and not lost: %s', (_name, long) => {
  const answers = answerEverySection(makeExaAnswer(`Here is what is known.\n${long}\nThe end.`, ['https://a.example']));
  const { text } = assembleBrief(makeMarket(), answers, LOCKED_AT);
  const sections = text.split('\n\n').slice(1);
  for (const section of sections) {
    expect(section.length).toBeGreaterThan(1_000);
    expect(section).toMatch(/- Here is what is known\.\n- .+ …\n- Sources: \[1\]$/);
    expect(section).not.toMatch(/\d …/);
  }
  expect(text.length).toBeLessThan(8_020);
});

test('bullets that find no room are left out whole', () => {
  const bullets = Array.from({ length: 60 }, (_, index) => `- It rained on day ${index}. It was cold then.`).join('\n');
  const { text } = assembleBrief(makeMarket(), answerEverySection(makeExaAnswer(bullets)), LOCKED_AT);
  expect(text.split('\n').filter((line) => line.startsWith('- ') && !line.endsWith('It was cold then.'))).toEqual([]);
});

test('an answer that found nothing and cites nothing is no section of a complete brief', () => {
  const nothing = makeExaAnswer('I could not find any information about this market.');
  expect(assembleBrief(makeMarket(), answerEverySection(nothing), LOCKED_AT).status).toBe('failed');
  const [first, ...rest] = answerEverySection(makeExaAnswer('- Rain fell.'));
  const partly = first === undefined ? rest : [{ ...first, answer: nothing }, ...rest];
  const brief = assembleBrief(makeMarket(), partly, LOCKED_AT);
  expect(brief.status).toBe('partial');
  expect(brief.text).toContain('## Key Facts\n- I could not find any information about this market.');
  const predicting = answerEverySection(makeExaAnswer('Prediction: YES', ['https://a.example']));
  expect(assembleBrief(makeMarket(), predicting, LOCKED_AT).status).toBe('failed');
  const cited = answerEverySection(makeExaAnswer('I could not find the figure of March.', ['https://a.example']));
  expect(assembleBrief(makeMarket(), cited, LOCKED_AT).status).toBe('complete');
});

test.each([
  'probability of YES ',
  'I would ',
  '- ',
  '\n',
  '- YES\n',
  '1. ',
  '[1]',
  '[1,',
  'ab. ',
  'Ab. Cd. ',
  ' ',
  '\t\n',
  'a',
])('a brief of four answers of 200 kB of %j is assembled at once', (part) => {
  const answers = answerEverySection(
    makeExaAnswer(part.repeat(Math.ceil(200_000 / part.length)), ['https://a.example']),
  );
  expect(measureFastestMs(() => assembleBrief(makeMarket(), answers, LOCKED_AT))).toBeLessThan(200);
});
