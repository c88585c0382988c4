import type { EventRowView, ForecastView } from '@coliseum/api/views/event-row-view';
import { EVENT_CAP_PERCENT, STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import { placeRow, type PlacedCrest } from '#web/features/matches/line/place-row.ts';
import { toPercent } from '#web/lib/format/price.ts';

/** The stake that fills a bar: the most a new agent may stake on one match, in cents. */
export const FULL_BAR_CENTS = (STARTING_BANKROLL_CENTS * EVENT_CAP_PERCENT) / 100;

const BAR_STEPS = 20;

export type LinePick = {
  readonly forecast: ForecastView;
  /** Above the rail, below it, on it, or parked aside for no answer: a failure is not a decision. */
  readonly side: 'yes' | 'no' | 'pass' | 'gone';
  /** Whole percent on the axis; 0 for an agent without a probability. */
  readonly percent: number;
  /** Stake in twentieths of a full bar. */
  readonly bar: number;
  readonly result: 'won' | 'lost' | null;
  /** A pass below the price, whose label moves above the rail. */
  readonly isLeft: boolean;
  readonly place: PlacedCrest | null;
};

export type LineDrawing = {
  readonly linePercent: number;
  /** The flag hangs to the right when the post is too close to the left edge. */
  readonly isFlagRight: boolean;
  /** Highest probability first, agents without an answer last. */
  readonly picks: readonly LinePick[];
  readonly barAbove: number;
  readonly barBelow: number;
};

type LineInput = Pick<EventRowView, 'locked_price_exact' | 'forecasts'>;

/** Positions everything on the line, rounded to the steps of the position classes. */
export function prepareLine(event: LineInput): LineDrawing {
  const line = toPercent(event.locked_price_exact);
  const standing = event.forecasts.map((forecast) => ({ forecast, side: toSide(forecast) }));
  const places = new Map(
    (['yes', 'no', 'pass'] as const).flatMap((row) => [
      ...placeRow(
        line,
        standing.flatMap(({ forecast, side }) =>
          side === row && forecast.probability !== null
            ? [{ id: forecast.agent_id, percent: toPercent(forecast.probability) }]
            : [],
        ),
      ),
    ]),
  );
  const picks = standing
    .map(({ forecast, side }) => toPick(forecast, side, line, places))
    .toSorted(compareByProbability);
  const findHighestBar = (side: 'yes' | 'no') => Math.max(0, ...picks.filter((p) => p.side === side).map((p) => p.bar));
  return {
    linePercent: Math.round(line),
    isFlagRight: line < 18,
    picks,
    barAbove: findHighestBar('yes'),
    barBelow: findHighestBar('no'),
  };
}

/** A bet without a probability has no place on the axis and is parked with the agents that gave no answer. */
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
