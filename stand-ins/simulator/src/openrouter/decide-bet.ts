import { FEE_PERCENT, MINIMUM_STAKE_CENTS } from '@coliseum/domain/arena-rules';
import { createRandomSource, type RandomSource } from '../invented/random-source.ts';
import { clamp, fromLogit, logit } from '../market/logit.ts';
import type { ModelMind } from './model-minds.ts';
import { findPersonaBias, type PersonaBias } from './persona-bias.ts';

type BetSituation = {
  readonly seed: string;
  readonly slug: string;
  readonly mind: ModelMind;
  readonly ticker: string;
  readonly personaName: string;
  /** The chance that the simulator knows and the model sees blurred, 0 to 1. */
  readonly latentProbability: number;
  /** The YES price that the bet is made at, strictly between 0 and 1. */
  readonly lockedPrice: number;
  readonly maxStakeDollars: number;
};

export type BetDecision = {
  readonly decision: 'YES' | 'NO' | 'ABSTAIN';
  /** Dollars, whole cents; 0 for ABSTAIN. */
  readonly amount: number;
  /** 0 to 100. */
  readonly confidence: number;
  /** Of YES, four decimals. */
  readonly probability: number;
};

const KEPT_AFTER_FEE = (100 - FEE_PERCENT) / 100;
const LEAST_STAKE_DOLLARS = MINIMUM_STAKE_CENTS / 100;

/** What a simulated model decides: the same situation always gets the same decision. */
export function decideBet(situation: BetSituation): BetDecision {
  const { mind, lockedPrice } = situation;
  const bias = findPersonaBias(situation.personaName);
  const random = createRandomSource(`coliseum/simulator/${situation.seed}/bet/${situation.slug}/${situation.ticker}`);
  const probability = estimateProbability(random, situation, bias);
  const value = findBestSide(probability, lockedPrice, mind.countsFee ? KEPT_AFTER_FEE : 1);
  const confidence = Math.round(clamp(48 + Math.abs(probability - 0.5) * 70 + mind.boldness * 40, 35, 97));
  const passes = random.chance(mind.passRate);
  const bets = value.expectedReturn > mind.leastReturn + bias.addedReturn && !passes;
  const betsFromHabit = !bets && random.chance(mind.habitRate);
  if (situation.maxStakeDollars < LEAST_STAKE_DOLLARS || !(bets || betsFromHabit)) {
    return { decision: 'ABSTAIN', amount: 0, confidence, probability };
  }
  const eagerness = bets ? 0.6 + clamp(value.expectedReturn, 0, 0.6) : 0.4;
  const share = clamp(mind.boldness * bias.stakeFactor * eagerness * random.between(0.75, 1.35), 0.02, 0.6);
  return { decision: value.side, amount: roundStake(situation.maxStakeDollars, share), confidence, probability };
}

function estimateProbability(random: RandomSource, situation: BetSituation, bias: PersonaBias): number {
  const { mind, lockedPrice, latentProbability } = situation;
  const ownLook = logit(latentProbability) + random.normal() * mind.blur;
  const priceLogOdds = logit(lockedPrice);
  const blend = priceLogOdds * (1 - mind.selfTrust) + ownLook * mind.selfTrust;
  const against = priceLogOdds * (mind.contrariness + bias.addedContrariness);
  const belief = clamp(fromLogit(blend * mind.extremity - against), 0.01, 0.99);
  return Math.round(belief * 10_000) / 10_000;
}

function findBestSide(
  probability: number,
  price: number,
  kept: number,
): { readonly side: 'YES' | 'NO'; readonly expectedReturn: number } {
  const yes = (kept * probability) / price - 1;
  const no = (kept * (1 - probability)) / (1 - price) - 1;
  return yes >= no ? { side: 'YES', expectedReturn: yes } : { side: 'NO', expectedReturn: no };
}

/** Round sums where the stake is large, whole cents where it is not; never more than allowed. */
function roundStake(maxStakeDollars: number, share: number): number {
  const stake = maxStakeDollars * share;
  const step = stake >= 1000 ? 50 : stake >= 100 ? 10 : 0.01;
  const rounded = Number((Math.round(stake / step) * step).toFixed(2));
  const most = Math.floor(maxStakeDollars * 100) / 100;
  return Math.min(Math.max(rounded, LEAST_STAKE_DOLLARS), most);
}
