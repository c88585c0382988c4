import type { AnswerReader } from '@coliseum/openrouter/read-meant-answer';
import { readDecision, type ParsedDecision } from './read-decision.ts';

/** "Final decision: NO", "Answer = **YES**". Forms that list the choices are not statements. */
const STATED =
  /\b(?:decision|verdict|answer|bet|side|choice|position|recommendation)[\s"'“”*_`]{0,8}(?:is|would be|:|=|→|-|–)[\s"'“”*_`]{0,8}(YES|NO|ABSTAIN|PASS)\b(?!["'”*_`\s]{0,8}(?:\||\/|,|or\b))/gi;
/** "I bet NO", "go with YES". Capitals tell the side from the word. */
const SAID =
  /\b(?:bet|betting|buy|buying|take|taking|choose|choosing|pick|picking|with|for|on|to|conclude)[\s"'“”*_`]{1,8}(YES|NO|ABSTAIN)\b(?!["'”*_`\s]{0,8}(?:\||\/|,|or\b))/g;

/** "I abstain", "I'd rather stay out". */
const PASSED =
  /\bI(?:[’']ll|[’']d| will| would| shall| must)?(?: rather| have to| choose to| decide to){0,2} (?:abstain|pass|stay out|sit (?:this|it) out|not bet)\b/i;
/** "I stake $500", "Amount: 500". A share of the bankroll is no amount. */
const AMOUNT =
  /\b(?:stake|staking|bet|betting|wager|wagering|amount)\b[\s:=*"'“]{0,6}(?:(?:is|of|only|just) ){0,2}\$?(\d[\d,]{0,12}(?:\.\d{1,2})?)(?![\d,.]{0,12}\s?%)/gi;

/** How a decision is found in a model's text. */
export const decisionReader: AnswerReader<ParsedDecision> = {
  field: 'decision',
  read: readDecision,
  // What moves money or is scored. The last wording of the rest is taken.
  isSame: (first, second) =>
    first.decision === second.decision &&
    first.requestedAmountCents === second.requestedAmountCents &&
    first.probability === second.probability,
  isContradicted: (words, answer) =>
    statesOtherSide(words, answer) ||
    (answer.decision !== 'ABSTAIN' && (PASSED.test(words) || statesOtherAmount(words, answer))),
};

function statesOtherSide(words: string, { decision }: ParsedDecision): boolean {
  return [...words.matchAll(STATED), ...words.matchAll(SAID)].some(([, word = '']) => {
    const stated = word.toUpperCase();
    return (stated === 'PASS' ? 'ABSTAIN' : stated) !== decision;
  });
}

function statesOtherAmount(words: string, { requestedAmountCents }: ParsedDecision): boolean {
  return [...words.matchAll(AMOUNT)].some(
    ([, amount = '']) => Math.floor(Number(amount.replaceAll(',', '')) * 100 + 1e-6) !== requestedAmountCents,
  );
}
