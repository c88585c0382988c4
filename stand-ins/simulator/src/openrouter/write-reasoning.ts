import { MICROS_PER_UNIT, formatMicros } from '@coliseum/domain/price';
import type { RandomSource } from '../invented/random-source.ts';
import type { BetDecision } from './decide-bet.ts';
import type { ModelVoice } from './model-minds.ts';
import { voiceLines } from './voice-lines.ts';

type ReasoningFacts = {
  readonly question: string;
  readonly lockedPrice: number;
  /** Statements of the brief; may be empty. */
  readonly briefFacts: readonly string[];
};

/** Two to four sentences for a decision, in the model's voice, on the question, the price and a fact of the brief. */
export function writeReasoning(
  random: RandomSource,
  voice: ModelVoice,
  decision: BetDecision,
  facts: ReasoningFacts,
): string {
  const lines = voiceLines[voice];
  const fact = facts.briefFacts.length > 0 && random.chance(0.75) ? random.pick(facts.briefFacts) : null;
  const sentences = [
    random.chance(0.85) ? random.pick(lines.openings) : null,
    random.pick(lines.onPrice),
    fact === null ? null : random.pick(lines.onFact),
    random.pick(decision.decision === 'ABSTAIN' ? lines.onPass : lines.onBet),
  ];
  const words: Readonly<Record<string, string>> = {
    question: facts.question,
    price: `$${formatMicros(Math.round(facts.lockedPrice * MICROS_PER_UNIT))}`,
    chance: `${Math.round(decision.probability * 100)}%`,
    side: decision.decision,
    fact: fact ?? '',
  };
  return sentences
    .filter((sentence) => sentence !== null)
    .join(' ')
    .replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => words[name] ?? placeholder);
}
