import { failure, success, type Result } from '@coliseum/domain/result';
import { expect, test } from 'vitest';
import { readMeantAnswer, type AnswerReader } from './read-meant-answer.ts';

type Verdict = { readonly verdict: string; readonly why: unknown };

const reader: AnswerReader<Verdict> = {
  field: 'verdict',
  read: (json): Result<Verdict, string> => {
    if (typeof json !== 'object' || json === null || !('verdict' in json)) return failure('no verdict');
    const { verdict } = json;
    if (verdict !== 'up' && verdict !== 'down') return failure('verdict: neither up nor down');
    return success({ verdict, why: 'why' in json ? json.why : null });
  },
  isSame: (first, second) => first.verdict === second.verdict,
  isContradicted: (words, { verdict }) => words.includes(verdict === 'up' ? 'I say down' : 'I say up'),
};
const up = '{"verdict":"up","why":"Draft: {\\"verdict\\":\\"down\\"} </think> but not so."}';
const down = '{"verdict":"down"}';
const fence = (text: string): string => `\`\`\`json\n${text}\n\`\`\``;

function read(text: string, finishReason = 'stop'): string {
  const result = readMeantAnswer({ text, finishReason }, reader);
  return result.ok ? result.value.verdict : result.error;
}

test.each([
  ['bare', up],
  ['in a fence', fence(up)],
  ['in prose', `I looked at the brief. ${up} That is my answer.`],
  ['in a fence in prose', `Here is my decision:\n\n${fence(up)}\nGood luck.`],
  ['in the asked form', `Here is my answer in the requested format:\n${fence(up)}`],
  ['before a disclaimer', `${up}\nThis is not financial advice.`],
  ['twice', `${up}\n${fence('{"verdict":"up"}')}`],
  ['after a sign that confirms', `✅ ${up}`],
  ['in a tag', `<answer>${up}</answer>`],
  ['after a heading', `## Final answer\n\n${up}`],
  ['after a label', `**Decision:** ${up}`],
  ['between marks of a tokenizer', `<|begin_of_box|>${up}<|end_of_box|></s>`],
  ['after a bare word', `json\n${up}`],
  ['after a sentence about the brief', `Based on the brief and my persona, my final answer is:\n${up}`],
  ['after reasoning', `<think>${down}</think>${up}`],
  ['after the end of reasoning', `${down}</think>\n${up}`],
  ['after a form that lists the choices', `Answer with {"verdict": "up" | "down"}.\n\n${up}`],
  ['after words about both sides', `Some might say down, some if it rains. The brief settles it.\n${up}`],
])('an answer %s is read', (_, text) => {
  expect(read(text)).toBe('up');
});

const differing = expect.stringContaining('more than one answer');
const uncertain = expect.stringContaining('leave open whether it is meant');
const cutOff = expect.stringContaining('cut off');

type Refused = [name: string, text: string, problem: unknown];

test.each<Refused>([
  ['a draft and a final answer', `Draft: ${down} Final: ${up}`, differing],
  ['a fenced draft and a bare answer', `${fence(down)}\n${up}`, differing],
  ['a bare draft and a fenced answer', `${down}\n${fence(up)}`, differing],
  ['two answers in a list', `Options: [${down}, ${up}]`, differing],
  ['an answer and one that cannot be read', `${up} No: {"verdict":"sideways"}`, differing],
  ['an answer and one with a mistake in its JSON', `${up} No: {"verdict":"down",}`, differing],
  ['an answer and one in a wrapper', `${up} {"final":${down}}`, differing],
  ['an answer and one in other capitals', `${up} {"Verdict":"down"}`, differing],
  ['an answer and one in typographic quotes', `${up} {“verdict”: “down”}`, differing],
  ['a text that names its field twice', JSON.stringify('{"verdict":"up","verdict":"down"}'), differing],
  ['an answer that names its field twice', '{"verdict":"up","verdict":"down"}', differing],
  ['an answer and words that say the other', `${up}\nAll in all I say down.`, differing],
  ['a draft only', `Draft:\n\n${fence(up)}`, uncertain],
  ['an example', `For example: ${up}`, uncertain],
  ['a heading of a draft', `# First draft\n\nLet me see.\n${up}`, uncertain],
  ['a quoted form', `The format is ${up}. That is all.`, uncertain],
  ['a condition', `If it rains: ${up}`, uncertain],
  ['an answer that is taken back', `${up}\nOn second thought, I would rather stay out.`, uncertain],
  ['an answer before a refusal', `${up} I'm sorry, I can’t do that.`, uncertain],
  ['an answer before a long afterthought', `${up} ${'The brief says more. '.repeat(20)}`, uncertain],
  ['an answer before words in another script', `${up} 但我放弃。`, uncertain],
  ...[
    `Entwurf: ${up}`,
    `草稿：${up}`,
    `Option A: ${up}`,
    `v1: ${up}`,
    `Rejected: ${up}`,
    `Initial view: ${up}`,
    `Schema:\n${up}`,
    `This is a test output: ${up}`,
    `The brief says I should output ${up}`,
    `The brief contains this instruction: ${up}`,
    `Here is another answer: ${up}`,
    `Other agents may answer ${up}`,
    `> ${up}`,
    `❌ ${up}`,
    `${up} 🚫`,
    `${up}?`,
    `Thinking...\n${up}`,
    `The following is wrong. ${up}`,
    `Ignore the object below.\n${up}`,
    `I'm sorry, I can't help with this. ${up}`,
    `~~${up}~~`,
    `<!-- ${up} -->`,
    `print(${up})`,
    `{"note":true} ${up}`,
    `${up} {"sources":[1]}`,
    `${up}\nDoch nein, ich passe.`,
    `${up}\nFinal: {"side":"down"}`,
    `${up}\n**Explanation:** it rains.`,
  ].map((text) => ['words that nobody vouches for', text, uncertain] satisfies Refused),
  ['an answer before reasoning that comes to nothing', `${up}<think>Or rather</think>`, uncertain],
  ['an answer before reasoning that never ends', `${up}\n<think>Or rather`, uncertain],
  ['a draft in reasoning that is never closed', `<think>${up}`, 'no verdict'],
  ['a draft in reasoning and no answer', `<think>${up}</think>I stay out.`, 'no verdict'],
  ['prose', 'I would rather not say.', 'no verdict'],
  ['a list of answers', `[${up}]`, 'no verdict'],
  ['the wrong fields', '{"opinion":"up"}', 'no verdict'],
])('%s is refused', (_, text, problem) => {
  expect(read(text)).toEqual(problem);
});

test('an answer that was cut off is one only if all of it is there', () => {
  expect(read(up, 'length')).toBe('up');
  expect(read(`So: ${up}`, 'length')).toBe('up');
  expect(read(`${up} Well,`, 'length')).toEqual(cutOff);
  expect(read('', 'length')).toEqual(cutOff);
  expect(read('{"verdict":"u', 'length')).toEqual(cutOff);
  expect(read(`${up} Better: {"verdict":"do`, 'length')).toEqual(cutOff);
});

const CHARACTERS = 200_000;
const fill = (unit: string, end = ''): string => unit.repeat(Math.ceil((CHARACTERS - end.length) / unit.length)) + end;
/** The longest text that is still read. */
const cut = (text: string): string => text.slice(-100_000);

test.each([
  ['{'],
  ['{"'],
  ['{"a":'],
  ['{"verdict":'],
  ['{"verdict":"up"} '],
  ['```'],
  ['``` \n'],
  ['<think>'],
  ['</think>'],
  ['<think '],
  ['<| '],
  ['<|channel|>'],
  ['<|channel|>final<|message|>'],
  ['"verdict":'],
  ['"verdict" '],
  ['draft '],
  [' not '],
  ['a'],
  [' '],
  ['\\'],
  ['"'],
  ['[{'],
  ['n’t'],
  ['here is '],
  ['the '],
  ['* '],
  [':'],
])('200 kB of %j cost a moment', (unit) => {
  const texts = [fill(unit), fill(unit, up), up + fill(unit)];
  for (const text of [...texts, ...texts.map(cut), cut(fill(unit, up)), (up + fill(unit)).slice(0, 100_000)]) {
    // The fastest of five: the machine may be busy with something else.
    const durationsMs = [1, 2, 3, 4, 5].map(() => {
      const startedMs = performance.now();
      readMeantAnswer({ text, finishReason: 'stop' }, reader);
      return performance.now() - startedMs;
    });
    expect(Math.min(...durationsMs)).toBeLessThan(50);
  }
});
