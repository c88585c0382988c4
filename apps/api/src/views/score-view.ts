import { z } from 'zod';
import { describeInterval } from './evidence-view.ts';
import { describeCount, describeFigure, describeFlag } from './fields.ts';

/** The figures of every set of forecasts, also of one category or week (scoring.md S3). */
export const accuracyFields = {
  forecasts: describeCount('Forecasts that are scored', 137),
  days: describeCount('Match days among them', 30),
  brier: describeFigure(
    'Brier score, 0 (best) to 1: how far the stated chances were from what happened; null without a forecast',
    0.182,
  ).nullable(),
  crowd_brier: describeFigure("The same of the market's own price on the same events, 0 to 1", 0.185).nullable(),
  mean_edge: describeFigure(
    'How much closer to the truth than the locked price, -1 to 1: above 0 beats the market',
    0.0031,
  ).nullable(),
  skill: describeFigure(
    "The edge as a share of the market's own error, 1 or less; null where that is 0",
    0.017,
  ).nullable(),
};

export const AccuracyView = z
  .object(accuracyFields)
  .meta({ id: 'Accuracy', description: 'The scores of a set of forecasts' });
export type AccuracyView = z.infer<typeof AccuracyView>;

const CalibrationBinView = z.object({
  from: describeFigure('Lower edge of the stated chance, 0 to 0.9, included', 0.6),
  to: describeFigure('Upper edge, 0.1 to 1, excluded but for 1', 0.7),
  forecasts: describeCount('Forecasts in the bin', 21),
  mean_probability: describeFigure('Mean stated chance, 0 to 1; null for an empty bin', 0.64).nullable(),
  mean_outcome: describeFigure('How often it happened, 0 to 1; null for an empty bin', 0.62).nullable(),
  wilson: describeInterval(
    'Wilson interval of how often it happened, 95 %, 0 to 1: a guide to the eye, not a test',
    [0.41, 0.79],
  ).nullable(),
  sparse: describeFlag('Fewer than twenty forecasts: draw it hollow'),
});

const MurphyView = z.object({
  reliability: describeFigure('Miscalibration, 0 (none) to 1', 0.012),
  resolution: describeFigure('Ability to tell events apart, 0 to 0.25', 0.041),
  uncertainty: describeFigure('How hard the events were, 0 to 0.25', 0.21),
  within_variance: describeFigure('Variance of the forecasts inside the bins, 0 or more', 0.0008),
  within_covariance: describeFigure('Covariance with the outcomes inside the bins', 0.0011),
});

/** All scores of a set of forecasts (scoring.md S3). */
export const ScoreView = z
  .object({
    ...accuracyFields,
    log: describeFigure('Logarithmic score in nats, 0.001 (best) to 6.908; null without one', 0.54).nullable(),
    log_forecasts: describeCount('Forecasts it is the mean of: events that ended YES or NO', 135),
    log_clamped: describeCount('Those of them below 0.001 or above 0.999, which count as that', 0),
    sharpness: describeFigure('How much the forecasts vary, 0 to 0.25; null without one', 0.048).nullable(),
    boldness: describeFigure('Mean distance from the price, 0 to 1; null without one', 0.061).nullable(),
    auc: describeFigure(
      'How often an event that happened had been given the higher chance, 0 to 1: 0.5 is guessing; null without both kinds',
      0.77,
    ).nullable(),
    calibration: z.array(CalibrationBinView).meta({ description: 'Ten bins of stated chance, lowest first' }),
    murphy: MurphyView.nullable().meta({
      description:
        'brier = reliability - resolution + uncertainty + within_variance - within_covariance; null without a forecast',
    }),
  })
  .meta({ id: 'Score', description: 'All scores of a set of forecasts' });
export type ScoreView = z.infer<typeof ScoreView>;
