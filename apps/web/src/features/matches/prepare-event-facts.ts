import type { EventView } from '@coliseum/api/views/event-view';
import type { Fact } from '#web/components/ui/facts.tsx';
import { formatCount } from '#web/lib/format/count.ts';
import { formatDollars } from '#web/lib/format/money.ts';
import { formatPrice, formatProbability } from '#web/lib/format/price.ts';
import { formatClock, formatDay } from '#web/lib/format/time.ts';

/** A match's figures: line, field, stakes, close and settlement. */
export function prepareEventFacts(event: EventView): readonly Fact[] {
  const probabilities = event.forecasts.flatMap(({ probability }) =>
    probability === null ? [] : [Number(probability)],
  );
  const mean = probabilities.reduce((sum, probability) => sum + probability, 0) / probabilities.length;
  return [
    { label: 'The line', value: formatPrice(event.locked_price_exact), note: describeQuote(event), kind: 'market' },
    {
      label: 'The field',
      value: probabilities.length > 0 ? formatProbability(mean.toFixed(6)) : '–',
      note: probabilities.length > 0 ? `mean of ${formatCount(probabilities.length, 'forecast')}` : 'no forecasts',
    },
    {
      label: 'Staked',
      value: formatDollars(event.total_wagered_cents),
      note: formatCount(event.staked_bets, 'bet'),
    },
    { label: 'Close', value: formatClock(event.close_time), note: formatDay(event.close_time) },
    {
      label: 'Settled',
      value: event.settled_at ? formatClock(event.settled_at) : '–',
      note: event.settled_at ? formatDay(event.settled_at) : describeWait(event),
    },
  ];
}

/** Where the exchange announced a later day, the first check says little. */
function describeWait({ expected_resolution_time: first, announced_resolution_time: announced }: EventView): string {
  if (announced !== null && announced.slice(0, 10) > first.slice(0, 10)) return `expected ${formatDay(announced)}`;
  return `first check ${formatClock(first)}`;
}

function describeQuote(event: EventView): string {
  const quotes = [
    event.locked_bid === null ? '' : `bid ${formatPrice(event.locked_bid)}`,
    event.locked_ask === null ? '' : `ask ${formatPrice(event.locked_ask)}`,
    event.locked_price_basis === 'last' ? 'from the last trade' : '',
  ].filter(Boolean);
  return `${quotes.join(', ')}; locked ${event.locked_at.slice(11, 19)}`;
}
