import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import type { SimulatedOutcome } from '../market/simulated-market.ts';
import type { EventPlan } from './event-template.ts';
import type { RandomSource } from './random-source.ts';

const UNRESOLVABLE_SHARE = 0.02;
const HALF_SHARE = 0.02;

const yes: SimulatedOutcome = { kind: 'value', valueMicros: MICROS_PER_UNIT };
const no: SimulatedOutcome = { kind: 'value', valueMicros: 0 };
const half: SimulatedOutcome = { kind: 'value', valueMicros: MICROS_PER_UNIT / 2 };

/**
 * One outcome per market of the plan, in its order. Each market is YES with its own probability, and siblings agree with
 * one another. About 2 % of events pay half on every market and 2 % cannot be resolved.
 */
export function drawOutcomes(random: RandomSource, plan: EventPlan): readonly SimulatedOutcome[] {
  const fate = random.fraction();
  if (fate < UNRESOLVABLE_SHARE) return plan.markets.map(() => ({ kind: 'unresolvable' }));
  if (fate < UNRESOLVABLE_SHARE + HALF_SHARE) return plan.markets.map(() => half);
  const shared = random.fraction();
  let passed = 0;
  return plan.markets.map((market) => {
    if (plan.outcomes === 'independent') return random.chance(market.probability) ? yes : no;
    if (plan.outcomes === 'ladder') return shared < market.probability ? yes : no;
    const isHit = shared >= passed && shared < passed + market.probability;
    passed += market.probability;
    return isHit ? yes : no;
  });
}
