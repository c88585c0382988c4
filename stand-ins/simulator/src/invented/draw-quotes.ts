import { clamp, fromLogit, logit } from '../market/logit.ts';
import type { QuotePath } from '../market/quote-path.ts';
import type { SimulatedOutcome } from '../market/simulated-market.ts';
import type { RandomSource } from './random-source.ts';

/** How far the crowd's log-odds stray from the truth: about four cents at even odds. */
const CROWD_NOISE = 0.18;
/** The crowd is a little too timid about extremes: favourites cost slightly less than they are worth. */
const CROWD_SHRINKAGE = 0.97;

type QuoteFacts = {
  readonly lockMs: number;
  readonly probability: number;
  readonly outcome: SimulatedOutcome;
  readonly hasFineTicks: boolean;
};

/** A book that starts near the true probability and leans towards the outcome as the close comes nearer. */
export function drawQuotes(random: RandomSource, facts: QuoteFacts): QuotePath {
  const crowdLogOdds = logit(facts.probability) * CROWD_SHRINKAGE + random.normal() * CROWD_NOISE;
  return {
    kind: 'drifting',
    ladder: facts.hasFineTicks ? 'tapered_deci_cent' : 'linear_cent',
    lockedAtMs: facts.lockMs,
    lockPrice: clamp(fromLogit(crowdLogOdds), 0.03, 0.97),
    spreadTicks: random.pick([1, 1, 2, 2, 2, 3, 4]),
    drift: toDirection(facts.outcome) * random.between(0.2, 2.2) + random.normal() * 0.3,
  };
}

function toDirection(outcome: SimulatedOutcome): number {
  if (outcome.kind === 'unresolvable') return 0;
  return Math.sign(outcome.valueMicros - 500_000);
}
