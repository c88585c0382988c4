import type { Accuracy } from '@coliseum/scoring/accuracy';
import type { SeasonFigures } from '@coliseum/scoring/season-figures';
import type { AccuracyView, ScoreView } from '../../views/score-view.ts';

type Score = SeasonFigures['agents'][string]['score'];

/** The figures of a set of forecasts. */
export function buildAccuracy({ n, days, brier, crowdBrier, meanEdge, skill }: Accuracy): AccuracyView {
  return { forecasts: n, days, brier, crowd_brier: crowdBrier, mean_edge: meanEdge, skill };
}

/** All scores of a set of forecasts. */
export function buildScore(score: Score): ScoreView {
  const { murphy, calibration } = score;
  return {
    ...buildAccuracy(score),
    log: score.log,
    log_forecasts: score.logN,
    log_clamped: score.logClamped,
    sharpness: score.sharpness,
    boldness: score.boldness,
    auc: score.auc,
    calibration: calibration.map(({ n, meanP, meanY, wilson, sparse }, bin) => ({
      from: bin / calibration.length,
      to: (bin + 1) / calibration.length,
      forecasts: n,
      mean_probability: meanP,
      mean_outcome: meanY,
      wilson: wilson && [...wilson],
      sparse,
    })),
    murphy: murphy && {
      reliability: murphy.reliability,
      resolution: murphy.resolution,
      uncertainty: murphy.uncertainty,
      within_variance: murphy.withinVariance,
      within_covariance: murphy.withinCovariance,
    },
  };
}
