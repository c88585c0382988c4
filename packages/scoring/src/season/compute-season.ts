import { compareText } from '../compare-text.ts';
import { advance, createScoringState } from '../state/scoring-state.ts';
import { computeFigures, type SeasonFigures } from '../state/season-figures.ts';
import type { Season } from './season.ts';

/** Computes every figure of a season at once. */
export function computeSeason({ agents, minDays, days, asOf }: Season): SeasonFigures {
  const ordered = days.toSorted((a, b) => compareText(a.date, b.date));
  return computeFigures(advance(createScoringState({ agents, minDays }), ordered, asOf));
}
