import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideFault } from './decide-fault.ts';
import type { FaultRule } from './fault-rule.ts';

const base = { name: 'test', service: 'exa' } as const;

function decideRepeatedly(rule: FaultRule, count: number, seed = 'seed'): readonly (string | null)[] {
  return Array.from({ length: count }, (_, index) =>
    decideFault(rule, { seed, number: index + 1, identity: `call ${index}` }),
  );
}

test('without a condition every call is hit', () => {
  expect(decideRepeatedly({ ...base, kinds: ['hang'] }, 3)).toEqual(['hang', 'hang', 'hang']);
});

test('a list of calls hits those calls', () => {
  expect(decideRepeatedly({ ...base, kinds: ['hang'], calls: [1, 3] }, 4)).toEqual(['hang', null, 'hang', null]);
});

test('a script is played once, or again and again', () => {
  const script = ['overloaded', 'none', 'no-answer'] as const;
  expect(decideRepeatedly({ ...base, script: [...script] }, 5)).toEqual(['overloaded', null, 'no-answer', null, null]);
  expect(decideRepeatedly({ ...base, script: [...script], repeat: true }, 5)).toEqual([
    'overloaded',
    null,
    'no-answer',
    'overloaded',
    null,
  ]);
});

test('a probability hits about that share, of several kinds about equally many', () => {
  const hits = decideRepeatedly({ ...base, kinds: ['hang', 'overloaded'], probability: 0.3 }, 4_000);
  const share = (kind: string | null): number => hits.filter((hit) => hit === kind).length / hits.length;
  expect(share(null)).toBeCloseTo(0.7, 1);
  expect(share('hang')).toBeCloseTo(0.15, 1);
  expect(share('overloaded')).toBeCloseTo(0.15, 1);
});

test('a draw depends on the seed, the rule and the identity, not on the number of the call', () => {
  const rule: FaultRule = { ...base, kinds: ['hang', 'overloaded', 'no-answer'], probability: 0.5 };
  fc.assert(
    fc.property(fc.string(), fc.nat(1000), fc.nat(1000), (identity, one, other) => {
      const decide = (number: number) => decideFault(rule, { seed: 'seed', number, identity });
      expect(decide(one)).toBe(decide(other));
    }),
  );
  expect(decideRepeatedly(rule, 50, 'another seed')).not.toEqual(decideRepeatedly(rule, 50));
  expect(decideRepeatedly({ ...rule, name: 'another rule' }, 50)).not.toEqual(decideRepeatedly(rule, 50));
});
