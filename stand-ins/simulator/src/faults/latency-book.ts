import { createRandomSource } from '../invented/random-source.ts';
import { matchesCall, type CallFacts } from './call-facts.ts';
import { drawLatencyMs } from './draw-latency.ts';
import { createIdentityCounter } from './identity-counter.ts';
import type { LatencyRule } from './latency-rule.ts';

export type LatencyBook = {
  readonly rules: () => readonly LatencyRule[];
  readonly isEmpty: () => boolean;
  readonly replace: (rules: readonly LatencyRule[]) => void;
  /** How long the call is delayed, in real milliseconds, by the first rule that matches it. */
  readonly drawMs: (call: CallFacts) => number;
};

/** Holds the rules of latency. A call's delay is decided by the seed, the call and how often it was made. */
export function createLatencyBook(seed: string, onChange: () => void = () => {}): LatencyBook {
  let rules: readonly LatencyRule[] = [];
  let repetitions = createIdentityCounter();
  return {
    rules: () => rules,
    isEmpty: () => rules.length === 0,
    replace: (next) => {
      rules = next;
      repetitions = createIdentityCounter();
      onChange();
    },
    drawMs: (call) => {
      const rule = rules.find((candidate) => matchesCall(candidate, call));
      if (rule === undefined) return 0;
      const text = call.text();
      const random = createRandomSource(`coliseum/simulator/${seed}/latency/${text}#${repetitions.count(text)}`);
      return drawLatencyMs(random, rule.latency);
    },
  };
}
