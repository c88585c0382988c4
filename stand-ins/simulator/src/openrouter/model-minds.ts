import { createRandomSource } from '../invented/random-source.ts';

/** How a simulated model thinks and bets. Invented: it says nothing about the real model of that name. */
export type ModelMind = {
  /** How blurred its look at the true chance is: the deviation of its error in log-odds. */
  readonly blur: number;
  /** Weight of its own look against the market's price, 0 to 1. */
  readonly selfTrust: number;
  /** Above 1 it pushes chances towards 0 and 1, below 1 towards even odds. */
  readonly extremity: number;
  /** Log-odds it takes off for each of the price's own: a taste for the other side. */
  readonly contrariness: number;
  /** Typical stake as a share of the most it may stake. */
  readonly boldness: number;
  /** Least expected return on the stake, after the fee it knows of, that it bets for. */
  readonly leastReturn: number;
  /** How often it passes though it sees value. */
  readonly passRate: number;
  /** How often it bets a little though it sees none. */
  readonly habitRate: number;
  /** Whether it counts the arena's fee of 7 % of the payout. */
  readonly countsFee: boolean;
  readonly voice: ModelVoice;
};

export type ModelVoice =
  | 'terse'
  | 'measured'
  | 'swagger'
  | 'upbeat'
  | 'scattered'
  | 'deferential'
  | 'numerical'
  | 'dreamer';

const steady = { extremity: 1, contrariness: 0, passRate: 0.08, habitRate: 0.05, countsFee: true } as const;

export const mindBySlug: Readonly<Record<string, ModelMind>> = {
  'openai/gpt-6.1-sol': { ...steady, blur: 0.14, selfTrust: 0.75, boldness: 0.09, leastReturn: 0.02, voice: 'terse' },
  'anthropic/claude-sonnet-5.5': {
    ...steady,
    blur: 0.2,
    selfTrust: 0.7,
    boldness: 0.16,
    leastReturn: 0.03,
    passRate: 0.22,
    habitRate: 0.02,
    voice: 'measured',
  },
  'x-ai/grok-4.7': {
    ...steady,
    blur: 0.45,
    selfTrust: 0.85,
    contrariness: 0.16,
    boldness: 0.24,
    leastReturn: 0,
    passRate: 0.04,
    voice: 'swagger',
  },
  'google/gemini-4-argon': {
    ...steady,
    blur: 0.3,
    selfTrust: 0.6,
    extremity: 1.3,
    boldness: 0.2,
    leastReturn: -0.02,
    voice: 'upbeat',
  },
  'meta-llama/llama-4-maverick': {
    ...steady,
    blur: 0.75,
    selfTrust: 0.7,
    boldness: 0.14,
    leastReturn: 0,
    voice: 'scattered',
  },
  'mistralai/mistral-large-4-0': {
    ...steady,
    blur: 0.35,
    selfTrust: 0.15,
    boldness: 0.12,
    leastReturn: 0,
    habitRate: 0.4,
    voice: 'deferential',
  },
  'deepseek/deepseek-v4-pro-0813': {
    ...steady,
    blur: 0.16,
    selfTrust: 0.7,
    boldness: 0.17,
    leastReturn: 0.01,
    passRate: 0.03,
    countsFee: false,
    voice: 'numerical',
  },
  'qwen/qwen3.8-max-prime': {
    ...steady,
    blur: 0.3,
    selfTrust: 0.6,
    extremity: 0.8,
    boldness: 0.1,
    leastReturn: 0.02,
    voice: 'dreamer',
  },
};

const voices: readonly ModelVoice[] = [
  'terse',
  'measured',
  'swagger',
  'upbeat',
  'scattered',
  'deferential',
  'numerical',
];

/** The mind of a slug: one of the documented eight, or one of average skill that the slug decides. */
export function getModelMind(slug: string): ModelMind {
  const known = mindBySlug[slug];
  if (known) return known;
  const random = createRandomSource(`coliseum/simulator/mind/${slug}`);
  return {
    ...steady,
    blur: random.between(0.2, 0.6),
    selfTrust: random.between(0.4, 0.8),
    extremity: random.between(0.85, 1.2),
    boldness: random.between(0.08, 0.22),
    leastReturn: random.between(0, 0.03),
    voice: random.pick(voices),
  };
}
