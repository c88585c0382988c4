import type { EventRowView, ForecastView } from '@coliseum/api/views/event-row-view';
import { MICROS_PER_UNIT, toMicros, formatMicros } from '@coliseum/domain/price';
import { formatCount } from '#web/lib/format/count.ts';
import { formatDollars, formatSignedDollars } from '#web/lib/format/money.ts';
import { formatPrice, formatProbability } from '#web/lib/format/price.ts';

export type RecapItem = { readonly label: string; readonly figure: string; readonly text: string };

type DecidedEvent = EventRowView & { readonly outcome: 'YES' | 'NO' };

/** The fewest bets on the other side that make a lone dissenter. */
const CROWD_SIZE = 3;

/** Up to three facts about a settled match day, each with its figure. What did not happen is left out. */
export function prepareRecap(events: readonly EventRowView[]): readonly RecapItem[] {
  const decided = events.filter(isDecided);
  return [findUpset(decided), findWorstBeat(decided), findLoneDissenter(decided)].filter((item) => item !== null);
}

function isDecided(event: EventRowView): event is DecidedEvent {
  return event.status === 'settled' && (event.outcome === 'YES' || event.outcome === 'NO');
}

function findUpset(events: readonly DecidedEvent[]): RecapItem | null {
  const sorted = events.toSorted((a, b) => computeWinningPriceMicros(a) - computeWinningPriceMicros(b));
  const event = sorted[0];
  if (!event || computeWinningPriceMicros(event) >= MICROS_PER_UNIT / 2) return null;
  const losingSide = event.outcome === 'YES' ? 'NO' : 'YES';
  const losers = findBetsOn(event, losingSide);
  const winners = findBetsOn(event, event.outcome);
  const lost = losers.reduce((sum, bet) => sum + (bet.pnl_cents ?? 0), 0);
  const won = winners.reduce((sum, bet) => sum + (bet.pnl_cents ?? 0), 0);
  const results = [
    losers.length > 0 ? `${formatCount(losers.length, 'bet')} on ${losingSide}: ${formatSignedDollars(lost)}` : '',
    winners.length > 0
      ? `${formatCount(winners.length, 'bet')} on ${event.outcome}: ${formatSignedDollars(won)}`
      : `Nobody bet ${event.outcome}`,
  ].filter(Boolean);
  return {
    label: 'Upset of the day',
    figure: formatPrice(formatMicros(computeWinningPriceMicros(event))),
    text: `“${event.question}” settled ${event.outcome}. ${results.join('; ')}.`,
  };
}

function findWorstBeat(events: readonly DecidedEvent[]): RecapItem | null {
  const losses = events.flatMap((event) =>
    event.forecasts.flatMap((bet) => ((bet.pnl_cents ?? 0) < 0 ? [{ event, bet, lost: bet.pnl_cents ?? 0 }] : [])),
  );
  const worst = losses.toSorted((a, b) => a.lost - b.lost)[0];
  if (!worst) return null;
  const { event, bet, lost } = worst;
  const forecast = bet.probability === null ? '' : `gave YES ${formatProbability(bet.probability)} and `;
  return {
    label: 'Worst beat',
    figure: formatSignedDollars(lost),
    text: `${bet.agent_name} ${forecast}put ${formatDollars(bet.stake_cents)} on ${bet.decision}. “${event.question}” settled ${event.outcome}.`,
  };
}

function findLoneDissenter(events: readonly DecidedEvent[]): RecapItem | null {
  for (const event of events) {
    const other = event.outcome === 'YES' ? 'NO' : 'YES';
    const against = findBetsOn(event, other).length;
    const [lone, ...others] = findBetsOn(event, event.outcome);
    if (!lone || others.length > 0 || against < CROWD_SIZE) continue;
    return {
      label: 'Lone dissenter',
      figure: `1 v ${against}`,
      text:
        `“${event.question}”, line ${formatPrice(event.locked_price_exact)}: ${against} bet ${other}. ` +
        `${lone.agent_name} alone put ${formatDollars(lone.stake_cents)} on ${event.outcome}: ${formatSignedDollars(lone.pnl_cents ?? 0)}.`,
    };
  }
  return null;
}

function findBetsOn(event: EventRowView, side: 'YES' | 'NO'): readonly ForecastView[] {
  return event.forecasts.filter((forecast) => forecast.decision === side && forecast.stake_cents > 0);
}

function computeWinningPriceMicros(event: DecidedEvent): number {
  const yes = toMicros(event.locked_price_exact);
  return event.outcome === 'YES' ? yes : MICROS_PER_UNIT - yes;
}
