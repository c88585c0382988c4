import { createRandomSource } from '../invented/random-source.ts';
import type { FaultRule } from './fault-rule.ts';

/** One matching call of a rule, or a market or model that the rule holds for. */
export type Occasion = {
  /** Decides every draw. */
  readonly seed: string;
  /** The number of the matching call, from 1. */
  readonly number: number;
  /** Identifies the occasion, whenever it comes. */
  readonly identity: string;
};

/**
 * The kind of fault that hits the occasion, or null. A script and a list of calls go by its number; a probability goes
 * by its identity alone, so that calls made at the same time fail alike in whatever order they arrive.
 */
export function decideFault(rule: FaultRule, occasion: Occasion): string | null {
  if (rule.script !== undefined) return readStep(rule.script, rule.repeat === true, occasion.number);
  if (rule.calls !== undefined && !rule.calls.includes(occasion.number)) return null;
  const random = createRandomSource(`coliseum/simulator/${occasion.seed}/fault/${rule.name}/${occasion.identity}`);
  if (rule.probability !== undefined && !random.chance(rule.probability)) return null;
  return random.pick(rule.kinds ?? []);
}

function readStep(script: readonly string[], repeats: boolean, number: number): string | null {
  const index = repeats ? (number - 1) % script.length : number - 1;
  const step = script[index] ?? 'none';
  return step === 'none' ? null : step;
}
