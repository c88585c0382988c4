import { z } from 'zod';
import { matchesCall, type CallFacts } from './call-facts.ts';
import { decideFault } from './decide-fault.ts';
import type { ServiceName } from './endpoints.ts';
import { standingKinds } from './fault-kinds.ts';
import type { FaultRule } from './fault-rule.ts';
import { createIdentityCounter, SavedCounts, type IdentityCounter } from './identity-counter.ts';

/** What a rule has seen and done, as it is saved in a file. */
export const SavedProgress = z.record(
  z.string(),
  z.strictObject({ seen: z.int().nonnegative(), fired: z.int().nonnegative(), repetitions: SavedCounts }),
);
export type SavedProgress = z.infer<typeof SavedProgress>;

/** A fault that hits a call: the rule it comes from and its kind. */
export type FiredFault = { readonly rule: string; readonly kind: string };

export type FaultBook = {
  /** The rules in their order, with how many calls each matched and how many it hit. */
  readonly describe: () => readonly (FaultRule & { readonly seen: number; readonly fired: number })[];
  readonly rules: () => readonly FaultRule[];
  readonly isEmpty: () => boolean;
  /** Follows these rules from now on. All counts start again, except those in `progress`. */
  readonly replace: (rules: readonly FaultRule[], progress?: SavedProgress) => void;
  /** Adds a rule at the end, or replaces the one of the same name. The other counts go on. */
  readonly put: (rule: FaultRule) => void;
  /** False when there is no such rule. */
  readonly remove: (name: string) => boolean;
  /** Counts the call in every rule that matches it; the first rule that hits it decides. */
  readonly decideCall: (call: CallFacts) => FiredFault | null;
  /** The kind that holds for a market or a model, by the first rule that hits it. */
  readonly decideStanding: (service: ServiceName, subject: string) => string | null;
  readonly hasStanding: (service: ServiceName) => boolean;
  /** Increases with every change of the rules. */
  readonly version: () => number;
  readonly progress: () => SavedProgress;
};

type Entry = { readonly rule: FaultRule; seen: number; fired: number; readonly repetitions: IdentityCounter };

/** Holds the rules and counts for them. `onChange` is called whenever something changed that has to survive a restart. */
export function createFaultBook(seed: string, onChange: () => void = () => {}): FaultBook {
  let entries: readonly Entry[] = [];
  let version = 0;
  const replaceEntries = (next: readonly Entry[]): void => {
    entries = next;
    version += 1;
    onChange();
  };
  const findRules = (service: ServiceName, areStanding: boolean): readonly Entry[] =>
    entries.filter(({ rule }) => rule.service === service && isStanding(rule) === areStanding);

  return {
    describe: () => entries.map(({ rule, seen, fired }) => ({ ...rule, seen, fired })),
    rules: () => entries.map(({ rule }) => rule),
    isEmpty: () => entries.length === 0,
    replace: (rules, progress = {}) => replaceEntries(rules.map((rule) => createEntry(rule, progress[rule.name]))),
    put: (rule) => {
      const fresh = createEntry(rule);
      const isKnown = entries.some((entry) => entry.rule.name === rule.name);
      replaceEntries(isKnown ? entries.map((one) => (one.rule.name === rule.name ? fresh : one)) : [...entries, fresh]);
    },
    remove: (name) => {
      const rest = entries.filter(({ rule }) => rule.name !== name);
      const isKnown = rest.length < entries.length;
      if (isKnown) replaceEntries(rest);
      return isKnown;
    },
    decideCall: (call) => {
      const matching = findRules(call.service, false).filter(({ rule }) => matchesCall(rule, call));
      if (matching.length > 0) onChange();
      return findFirstHit(matching, seed, call);
    },
    decideStanding: (service, subject) => {
      for (const { rule } of findRules(service, true)) {
        const kind = appliesTo(rule, subject) ? decideFault(rule, { seed, number: 1, identity: subject }) : null;
        if (kind !== null) return kind;
      }
      return null;
    },
    hasStanding: (service) => entries.length > 0 && findRules(service, true).length > 0,
    version: () => version,
    progress: () => Object.fromEntries(entries.map(saveEntry)),
  };
}

function findFirstHit(matching: readonly Entry[], seed: string, call: CallFacts): FiredFault | null {
  let hit: { entry: Entry; kind: string } | null = null;
  for (const entry of matching) {
    entry.seen += 1;
    const text = call.text();
    const identity = `${text}#${entry.repetitions.count(text)}`;
    const kind = decideFault(entry.rule, { seed, number: entry.seen, identity });
    if (kind !== null) hit ??= { entry, kind };
  }
  if (hit === null) return null;
  hit.entry.fired += 1;
  return { rule: hit.entry.rule.name, kind: hit.kind };
}

function isStanding({ kinds }: FaultRule): boolean {
  return (kinds ?? []).some((kind) => standingKinds.has(kind));
}

function appliesTo(rule: FaultRule, subject: string): boolean {
  const wanted = rule.service === 'openrouter' ? rule.model : rule.market;
  return wanted === undefined || wanted === subject;
}

function createEntry(rule: FaultRule, saved?: SavedProgress[string]): Entry {
  const { seen = 0, fired = 0, repetitions = {} } = saved ?? {};
  return { rule, seen, fired, repetitions: createIdentityCounter(repetitions) };
}

function saveEntry({ rule, seen, fired, repetitions }: Entry): [string, SavedProgress[string]] {
  return [rule.name, { seen, fired, repetitions: repetitions.save() }];
}
