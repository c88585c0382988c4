import type { EventRowView, ForecastView } from '@coliseum/api/views/event-row-view';
import { placeRow, type PlacedCrest } from '#web/features/matches/line/place-row.ts';
import { toPercent } from '#web/lib/format/price.ts';

/** A stake that fills the bar: a tenth of the starting bankroll, in cents. */
export const FULL_BAR_CENTS = 1_000_000;

const BAR_STEPS = 20;

export type LinePick = {
  readonly forecast: ForecastView;
  /** Above the rail, below it, on it, or parked aside: a failure is not a decision. */
  readonly side: 'yes' | 'no' | 'pass' | 'gone';
  /** Whole percent on the axis; 0 for an agent that gave no probability. */
  readonly percent: number;
  /** Stake in twentieths of a full bar. */
  readonly bar: number;
  readonly result: 'won' | 'lost' | null;
  /** Passed below the price: its label moves above the rail. */
  readonly isLeft: boolean;
  readonly place: PlacedCrest | null;
};

export type LineDrawing = {
  readonly linePercent: number;
  /** The flag hangs to the right of a post that stands too far left. */
  readonly isFlagRight: boolean;
  /** Most probable first; who gave no answer comes last. */
  readonly picks: readonly LinePick[];
  readonly barAbove: number;
  readonly barBelow: number;
};

type LineInput = Pick<EventRowView, 'locked_price_exact' | 'forecasts'>;

/** Where everything on the line stands, rounded to what the position classes can say. */
export function prepareLine(event: LineInput): LineDrawing {
  const line = toPercent(event.locked_price_exact);
  const standing = event.forecasts.map((forecast) => ({ forecast, stand: toSide(forecast) }));
  const places = new Map(
    (['yes', 'no', 'pass'] as const).flatMap((row) => [
      ...placeRow(
        line,
        standing.flatMap(({ forecast, stand }) =>
          stand === row && forecast.probability !== null
            ? [{ id: forecast.agent_id, percent: toPercent(forecast.probability) }]
            : [],
        ),
      ),
    ]),
  );
  const picks = standing
    .map(({ forecast, stand }) => toPick(forecast, stand, line, places))
    .toSorted(compareByProbability);
  const findHighestBar = (stand: 'yes' | 'no') =>
    Math.max(0, ...picks.filter((p) => p.side === stand).map((p) => p.bar));
  return {
    linePercent: Math.round(line),
    isFlagRight: line < 18,
    picks,
    barAbove: findHighestBar('yes'),
    barBelow: findHighestBar('no'),
  };
}

/** A bet without a probability cannot stand on the axis; it is parked with those that gave no answer. */
function toSide(forecast: ForecastView): LinePick['side'] {
  if (forecast.probability === null || forecast.automatic) return 'gone';
  if (forecast.decision === 'ABSTAIN') return 'pass';
  return forecast.decision === 'YES' ? 'yes' : 'no';
}

function toPick(
  forecast: ForecastView,
  side: LinePick['side'],
  line: number,
  places: ReadonlyMap<string, PlacedCrest>,
): LinePick {
  const percent = forecast.probability === null ? 0 : toPercent(forecast.probability);
  return {
    forecast,
    side,
    percent: Math.round(percent),
    bar: Math.min(BAR_STEPS, Math.round((forecast.stake_cents / FULL_BAR_CENTS) * BAR_STEPS)),
    result: forecast.outcome === 'WIN' ? 'won' : forecast.outcome === 'LOSS' ? 'lost' : null,
    isLeft: side === 'pass' && percent < line,
    place: places.get(forecast.agent_id) ?? null,
  };
}

function compareByProbability(a: LinePick, b: LinePick): number {
  const isGone = (pick: LinePick) => Number(pick.side === 'gone');
  return isGone(a) - isGone(b) || Number(b.forecast.probability ?? 0) - Number(a.forecast.probability ?? 0);
}
