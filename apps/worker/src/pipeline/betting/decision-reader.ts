import type { AnswerReader } from '@coliseum/openrouter/read-meant-answer';
import { readDecision, type ParsedDecision } from './read-decision.ts';

/** "Final decision: NO", "Answer = **YES**". Forms that list the choices are not statements. */
const STATED =
  /\b(?:decision|verdict|answer|bet|side|choice|position|recommendation)[\s"'“”*_`]{0,8}(?:is|would be|:|=|→|-|–)[\s"'“”*_`]{0,8}(YES|NO|ABSTAIN|PASS)\b(?!["'”*_`\s]{0,8}(?:\||\/|,|or\b))/gi;
/** "I bet NO", "go with YES". Capitals tell the side from the word. */
const SAID =
  /\b(?:bet|betting|buy|buying|take|taking|choose|choosing|pick|picking|with|for|on|to|conclude)[\s"'“”*_`]{1,8}(YES|NO|ABSTAIN)\b(?!["'”*_`\s]{0,8}(?:\||\/|,|or\b))/g;

/** How a decision is found in a model's text. */
export const decisionReader: AnswerReader<ParsedDecision> = {
  field: 'decision',
  read: readDecision,
  // What moves money or is scored. The last wording of the rest is taken.
  isSame: (first, second) =>
    first.decision === second.decision &&
    first.requestedAmountCents === second.requestedAmountCents &&
    first.probability === second.probability,
  isContradicted: (words, { decision }) =>
    [...words.matchAll(STATED), ...words.matchAll(SAID)].some(([, word = '']) => {
      const stated = word.toUpperCase();
      return (stated === 'PASS' ? 'ABSTAIN' : stated) !== decision;
    }),
};
