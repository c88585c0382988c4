import { clamp } from '../market/logit.ts';
import type { MarketPlan } from './event-template.ts';
import type { RandomSource } from './random-source.ts';

type LadderOptions = {
  /** What is measured is roughly normal around this … */
  readonly mean: number;
  /** … with this deviation. */
  readonly deviation: number;
  /** Thresholds are put on multiples of this. */
  readonly step: number;
  readonly count: number;
  readonly unit?: (value: number) => string;
  /** `measured` of "Will … be above 54°?", without the threshold. */
  readonly question: (threshold: string) => string;
  readonly condition: (threshold: string) => string;
};

/** Markets "above this" for a few thresholds, the lowest and so the likeliest first. */
export function planLadder(random: RandomSource, options: LadderOptions): readonly MarketPlan[] {
  const formatUnit = options.unit ?? String;
  const start = random.between(-0.9, 0.1) * (options.count > 1 ? 1 : 0.6);
  const thresholds = Array.from({ length: options.count }, (_, index) => {
    const raw = options.mean + options.deviation * (start + index * 0.85);
    return Number((Math.round(raw / options.step) * options.step).toFixed(4));
  });
  return [...new Set(thresholds)].map((threshold) => ({
    code: `T${threshold}`,
    title: options.question(formatUnit(threshold)),
    yesSubTitle: `Above ${formatUnit(threshold)}`,
    condition: options.condition(formatUnit(threshold)),
    probability: clamp(1 / (1 + Math.exp((1.7 * (threshold - options.mean)) / options.deviation)), 0.04, 0.96),
    strike: { type: 'greater', floor: threshold },
  }));
}

type Contender = { readonly code: string; readonly name: string };

type ExclusiveOptions = {
  readonly contenders: readonly Contender[];
  /** The chance that none of the listed ones comes true. */
  readonly noneProbability: number;
  /** How unequal the contenders are: 0 all the same, 1.5 one clear favourite. */
  readonly spread: number;
  readonly question: (name: string) => string;
  readonly condition: (name: string) => string;
};

/** One market for each of several contenders of which at most one comes true. */
export function planExclusive(random: RandomSource, options: ExclusiveOptions): readonly MarketPlan[] {
  const weights = options.contenders.map(() => Math.exp(random.normal() * options.spread));
  const total = weights.reduce((sum, weight) => sum + weight, 0) / (1 - options.noneProbability);
  return options.contenders.map((contender, index) => ({
    code: contender.code,
    title: options.question(contender.name),
    yesSubTitle: contender.name,
    condition: options.condition(contender.name),
    probability: clamp((weights[index] ?? 0) / total, 0.02, 0.96),
    strike: null,
  }));
}

type SingleOptions = Pick<MarketPlan, 'code' | 'title' | 'yesSubTitle' | 'condition' | 'probability'>;

/** One question with no threshold. */
export function planSingle(options: SingleOptions): MarketPlan {
  return { ...options, strike: null };
}
