import type { MatchDate } from '@coliseum/domain/match-date';
import type { SimulatedEvent } from '../market/simulated-market.ts';
import type { EventTemplate } from './event-template.ts';
import { inventEvent } from './invent-event.ts';
import { createRandomSource, type RandomSource } from './random-source.ts';
import { allTemplates } from './templates/all-templates.ts';

const FEWEST_EVENTS = 8;
const MOST_MARKETS = 30;

/** All events of a match date: 20 to 30 markets over at least eight events, a pure function of seed and date. */
export function inventDay(seed: string, date: MatchDate): readonly SimulatedEvent[] {
  const random = createRandomSource(`coliseum/simulator/${seed}/day/${date}`);
  const wantedMarkets = random.integer(20, 28);
  const events: SimulatedEvent[] = [];
  let markets = 0;
  for (const template of orderTemplates(random)) {
    if (markets >= wantedMarkets && events.length >= FEWEST_EVENTS) break;
    const event = inventEvent(
      createRandomSource(`coliseum/simulator/${seed}/event/${date}/${template.series.ticker}`),
      template,
      date,
    );
    if (markets + event.markets.length > MOST_MARKETS) continue;
    events.push(event);
    markets += event.markets.length;
  }
  return events;
}

/** One template of each category first, so that no day is all sports or all weather. */
function orderTemplates(random: RandomSource): readonly EventTemplate[] {
  const shuffled = random.sample(allTemplates, allTemplates.length);
  const seen = new Set<string>();
  const leaders = shuffled.filter((template) => {
    const isFirst = !seen.has(template.series.category);
    seen.add(template.series.category);
    return isFirst;
  });
  return [...leaders, ...shuffled.filter((template) => !leaders.includes(template))];
}
