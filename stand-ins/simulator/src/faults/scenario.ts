import { z } from 'zod';
import { FaultRule } from './fault-rule.ts';
import { LatencyRule } from './latency-rule.ts';

function haveUniqueNames(rules: readonly { readonly name: string }[]): boolean {
  return new Set(rules.map(({ name }) => name)).size === rules.length;
}

const UniqueFaults = z.array(FaultRule).refine(haveUniqueNames, 'Give each rule a name of its own.').readonly();

/** The rules of faults that a simulator follows. The first that hits a call decides. */
export const FaultRules = z.strictObject({ faults: UniqueFaults });

/** The rules of latency. The first that matches a call decides. */
export const LatencyRules = z.strictObject({ latencies: z.array(LatencyRule).readonly() });

/** Everything that goes wrong, or slowly, in a simulator. */
export const Scenario = z
  .strictObject({ faults: UniqueFaults.default([]), latencies: z.array(LatencyRule).readonly().default([]) })
  .readonly();
export type Scenario = z.infer<typeof Scenario>;

/** A scenario as written: what it leaves out is empty. */
export type ScenarioInput = z.input<typeof Scenario>;
