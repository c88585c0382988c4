import { isPrediction, isVerdictLine } from './is-prediction.ts';
import { splitSentences } from './split-sentences.ts';

/** The line without the sentences that predict the outcome of the market; empty where nothing else is in it. */
export function dropPredictions(line: string): string {
  if (isVerdictLine(line)) return '';
  const sentences = splitSentences(line);
  const facts = sentences.filter((sentence) => !isPrediction(sentence));
  return facts.length === sentences.length ? line : facts.join(' ');
}
