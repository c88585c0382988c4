import type { EventRowView, ForecastView } from '@coliseum/api/views/event-row-view';
import { formatCount } from '#web/lib/format/count.ts';
import { formatSignedDollars } from '#web/lib/format/money.ts';
import { formatClock, formatDay } from '#web/lib/format/time.ts';

/** One line about a match beyond its badge: who gained, or what it is waiting for. */
export function describeResult(event: EventRowView, now: string): string {
  if (event.status !== 'settled') return describeWait(event, now);
  if (event.outcome === 'VOID') return 'The exchange named no winner. No bankroll moved.';
  const bets = event.forecasts.filter((forecast) => forecast.pnl_cents !== null && forecast.stake_cents > 0);
  if (bets.length === 0) return 'Nobody bet. No bankroll moved.';
  return [describeTop(bets), describeTotals(bets)].filter(Boolean).join(' ');
}

function describeWait(event: EventRowView, now: string): string {
  const close = `${formatClock(event.close_time)}, ${formatDay(event.close_time)}`;
  if (event.status === 'delayed') return 'The exchange has no result a day after it was due. The arena keeps asking.';
  if (event.close_time <= now) return `Closed ${close}. Waiting for the exchange to finalize the result.`;
  return `Closes ${close}. All bets are in; no money moves until it settles.`;
}

function describeTop(bets: readonly ForecastView[]): string {
  const winners = bets.filter((bet) => (bet.pnl_cents ?? 0) > 0);
  const top = winners.toSorted((a, b) => (b.pnl_cents ?? 0) - (a.pnl_cents ?? 0))[0];
  if (!top) return 'Nobody gained.';
  const gain = formatSignedDollars(top.pnl_cents ?? 0);
  return winners.length === 1 ? `${top.agent_name} alone gained, ${gain}.` : `${top.agent_name} gained most, ${gain}.`;
}

function describeTotals(bets: readonly ForecastView[]): string {
  const filterBets = (isWin: boolean) =>
    bets.filter((bet) => (isWin ? (bet.pnl_cents ?? 0) > 0 : (bet.pnl_cents ?? 0) < 0));
  const sumPnl = (some: readonly ForecastView[]) => some.reduce((total, bet) => total + (bet.pnl_cents ?? 0), 0);
  const winners = filterBets(true);
  const losers = filterBets(false);
  const gained =
    winners.length > 1 ? `${formatCount(winners.length, 'bet')} gained ${formatSignedDollars(sumPnl(winners))}` : '';
  const lost =
    losers.length > 0 ? `${formatCount(losers.length, 'bet')} lost ${formatSignedDollars(sumPnl(losers))}` : '';
  const parts = [gained, lost].filter(Boolean).join(', ');
  return parts === '' ? '' : `${parts}.`;
}
