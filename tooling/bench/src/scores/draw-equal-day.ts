import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import type { SeededRandom } from '@coliseum/domain/random';
import type { AnswerRow } from '@coliseum/scoring/compared-day';

const EVENTS_PER_DAY = 5;
const LOWEST_CHANCE = 0.05;
const HIGHEST_CHANCE = 0.95;
/** The spread of a forecast around the true chance. */
const NOISE = 0.12;
/** How often two forecasters of a day err to the same side for the day's reason, and two outcomes hang on the same draw. */
const SHARED_ERRORS = 0.5;
const SHARED_OUTCOMES = Math.sqrt(0.3);
const MISSING = 0.035;

/** A day of forecasters of whom nobody is better than another, the market first. */
export type EqualDay = {
  /** By forecaster, for each event, in micros; null for a missing answer. The market has answered every event. */
  readonly rows: readonly AnswerRow[];
  /** What YES paid, in micros. */
  readonly values: readonly number[];
};

/**
 * Draws a day on which all forecasters stand equally far from the true chance of each event, on one side or the other: the
 * expected difference of any two is exactly 0, whatever they copy from each other.
 */
export function drawEqualDay(random: SeededRandom, forecasters: number): EqualDay {
  const sharedDraw = random.fraction();
  const sharedSide = drawSide(random);
  const events = Array.from({ length: EVENTS_PER_DAY }, () => {
    const chance = LOWEST_CHANCE + (HIGHEST_CHANCE - LOWEST_CHANCE) * random.fraction();
    const distance = Math.min(NOISE * Math.abs(drawNormal(random)), chance, 1 - chance);
    const draw = random.fraction() < SHARED_OUTCOMES ? sharedDraw : random.fraction();
    const forecasts = Array.from({ length: forecasters }, (_, index) => {
      const side = random.fraction() < SHARED_ERRORS ? sharedSide : drawSide(random);
      const isMissing = index > 0 && random.fraction() < MISSING;
      return isMissing ? null : Math.round((chance + side * distance) * MICROS_PER_UNIT);
    });
    return { forecasts, value: draw < chance ? MICROS_PER_UNIT : 0 };
  });
  return {
    rows: Array.from({ length: forecasters }, (_, index) => events.map(({ forecasts }) => forecasts[index] ?? null)),
    values: events.map(({ value }) => value),
  };
}

function drawSide(random: SeededRandom): 1 | -1 {
  return random.fraction() < 0.5 ? 1 : -1;
}

/** A standard normal number (Box & Muller 1958). */
function drawNormal(random: SeededRandom): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.fraction()));
  return radius * Math.cos(2 * Math.PI * random.fraction());
}
