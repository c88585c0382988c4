import { ensurePresent } from '@coliseum/domain/assert';
import { toLockTime, type MatchDate } from '@coliseum/domain/match-date';
import type { SimulatedEvent, SimulatedMarket } from '../market/simulated-market.ts';
import { formatLongDate, formatTickerDate } from './date-formats.ts';
import { drawOutcomes } from './draw-outcomes.ts';
import { drawQuotes } from './draw-quotes.ts';
import type { EventTemplate } from './event-template.ts';
import type { RandomSource } from './random-source.ts';
import { drawSchedule } from './schedule.ts';

/** The event of one template on one match date, including how its markets end. */
export function inventEvent(random: RandomSource, template: EventTemplate, date: MatchDate): SimulatedEvent {
  const lockMs = toLockTime(date).getTime();
  const schedule = drawSchedule(random, lockMs, template.listsLateClose);
  const plan = template.plan(
    random,
    formatLongDate(Math.min(schedule.listedCloseAtMs, schedule.expectedExpirationAtMs)),
  );
  const ticker = `${template.series.ticker}-${formatTickerDate(date)}${plan.code}`;
  const outcomes = drawOutcomes(random, plan);
  const markets = plan.markets.map((market, index): SimulatedMarket => {
    const outcome = ensurePresent(outcomes[index], 'an outcome for each market');
    return {
      ticker: `${ticker}-${market.code}`,
      eventTicker: ticker,
      title: market.title,
      yesSubTitle: market.yesSubTitle,
      noSubTitle: market.yesSubTitle,
      rulesPrimary: `If ${market.condition}, then the market resolves to Yes.`,
      rulesSecondary: buildSecondaryRules(template),
      marketType: 'binary',
      strike: market.strike,
      ...schedule,
      outcome,
      latentProbability: market.probability,
      quotes: drawQuotes(random, {
        lockMs,
        probability: market.probability,
        outcome,
        hasFineTicks: template.series.category === 'Crypto',
      }),
      lifetimeVolume: Math.round(Math.exp(9.2 + random.normal() * 1.1)),
      salt: random.salt(),
    };
  });
  return {
    ticker,
    title: plan.title,
    subTitle: plan.subTitle,
    mutuallyExclusive: plan.outcomes === 'exclusive',
    series: template.series,
    markets,
  };
}

function buildSecondaryRules(template: EventTemplate): string {
  return (
    `The outcome is verified from ${template.series.sourceName}. ` +
    'If the result falls exactly between two readings, each side is paid $0.50. ' +
    'If the occasion is called off and not held within 48 hours, the market settles at a fair price or without one.'
  );
}
