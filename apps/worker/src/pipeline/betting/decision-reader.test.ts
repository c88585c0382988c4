import { readMeantAnswer } from '@coliseum/openrouter/read-meant-answer';
import { describe, expect, test } from 'vitest';
import { decisionReader } from './decision-reader.ts';

const write = (fields: object): string =>
  JSON.stringify({ decision: 'NO', amount: 500, confidence: 70, probability: 0.2, reasoning: 'Dry air.', ...fields });
const draft = write({ decision: 'YES', amount: 9000, probability: 0.8, reasoning: 'Clouds.' });
const final = write({});
const fence = (text: string): string => `\`\`\`json\n${text}\n\`\`\``;

/** What a text stakes: the side with its amount, ABSTAIN, or nothing because it is sent back. */
function readStake(text: string, finishReason = 'stop'): string {
  const read = readMeantAnswer({ text, finishReason }, decisionReader);
  if (!read.ok) return 'sent back';
  const { decision, requestedAmountCents } = read.value;
  return decision === 'ABSTAIN' ? decision : `${decision} ${requestedAmountCents}`;
}

describe('the decision that was meant is staked', () => {
  test.each([
    ['reasoning', `<think>First I thought ${draft}</think>${final}`],
    ['reasoning under another name', `<reasoning>${fence(draft)}</reasoning>\n\n${fence(final)}`],
    ['the end of reasoning alone', `So maybe ${draft}. But no.\n</think>\n\n${final}`],
    ['reasoning in square brackets', `[THINK]${draft}[/THINK]${final}`],
    ['reasoning in triangles', `◁think▷${draft}◁/think▷${final}`],
    ['a channel', `<|channel|>analysis<|message|>${draft}<|end|><|channel|>final<|message|>${final}`],
    ['the form of the answer', `The form is {"decision": "YES" | "NO" | "ABSTAIN", "amount": <dollars>}.\n\n${final}`],
    ['the same decision in prose', `My decision: **NO**, because it is dry.\n\n${final}`],
    ['the same amount in words', `I bet $500.\n${final}`],
    ['a share of the bankroll', `I stake 0.5 % of the bankroll.\n${final}`],
    ['the same decision', `${final}\n\n${fence(write({ reasoning: 'As above.', confidence: 65 }))}`],
  ])('after %s', (_, text) => {
    expect(readStake(text)).toBe('NO 50000');
  });
});

describe('nothing is staked that nobody meant', () => {
  test.each([
    ['a draft and a final answer', `Draft: ${draft} Final: ${final}`],
    ['a fenced draft and a bare answer', `${fence(draft)}\n${final}`],
    ['a bare draft and a fenced answer', `${draft}\n${fence(final)}`],
    ['two fences', `${fence(draft)}\nOn reflection:\n${fence(final)}`],
    ['the same side with two amounts', `${final} Better: ${write({ amount: 50 })}`],
    ['a longer draft after a short answer', `${final} I had ${draft}`],
    ['a bet and then a pass', `${draft} {"decision":"ABSTAIN"}`],
    ['a bet and then a side in words', `${draft}\nFinal decision: NO`],
    ['a side in words and then another bet', `I would rather bet NO on this one.\n${draft}`],
    ['a bet and then an answer that breaks off', `${draft} Wait: {"decision":"NO","amo`],
    ['a bet and then a Python dictionary', `${draft}\n{'decision': 'NO', 'amount': 500}`],
    ['a bet and then one with a probability of 20', `${draft}\n${write({ probability: 20 })}`],
    ['a draft in reasoning that never ends', `<think>Maybe ${draft}, but`],
    ['a draft in reasoning and a refusal', `<think>${draft}</think>I would rather not.`],
    ['a format that is only quoted', `The format you want is ${draft}, but I do not bet.`],
    ['an example', `For example, ${draft}`],
    ['a condition', `If the price were lower: ${draft}`],
    ['a bet that is taken back', `${draft}\nActually, scratch that.`],
    ['a pass in words and then a bet', `I abstain.\n${draft}`],
    ['another amount in words', `I would stake $500 only.\n${draft}`],
    ['a bet and then another amount', `${draft}\nAmount: 500`],
    ['a field that stands twice', `{"decision":"YES","amount":9000,${final.slice(1)}`],
    ['a list of both', `[${draft},${final}]`],
    ['a wrapper', `{"draft":${draft},"final":${final}}`],
    ['a bet and then one in a wrapper', `${draft} {"final":${final}}`],
  ])('after %s', (_, text) => {
    expect(readStake(text)).toBe('sent back');
  });

  test('after a draft in an answer that ran out of room', () => {
    expect(readStake(`${draft} Hmm,`, 'length')).toBe('sent back');
    expect(readStake(`<think>${draft}`, 'length')).toBe('sent back');
  });
});

test('a word list of both sides is no statement', () => {
  expect(readStake(`Answer: YES or NO or ABSTAIN.\n${final}`)).toBe('NO 50000');
});

test('the words around an answer are searched in a moment, however long', () => {
  for (const unit of [
    'decision is ',
    'bet "',
    'decision:',
    'answer """"',
    'NO ',
    ' ',
    'I ',
    'I rather ',
    'bet is of only 1,',
    'bet 1',
  ]) {
    const words = unit.repeat(Math.ceil(200_000 / unit.length));
    // The fastest of five: the machine may be busy with something else.
    const durationsMs = [1, 2, 3, 4, 5].map(() => {
      const startedMs = performance.now();
      decisionReader.isContradicted?.(words, {
        decision: 'NO',
        requestedAmountCents: 100,
        confidence: 1,
        probability: '0.5',
        reasoning: '',
      });
      return performance.now() - startedMs;
    });
    expect(Math.min(...durationsMs)).toBeLessThan(50);
  }
});
