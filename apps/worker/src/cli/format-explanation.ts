import type { ScoreExplanation } from '@coliseum/scoring/explain-score';
import type { GetName } from '@coliseum/scoring/format-figure';
import { formatTable } from './format-table.ts';

const DIGITS = 6;

/** How an agent's figures came about, for reading. */
export function formatExplanation(explanation: ScoreExplanation, getName: GetName): string {
  const { methodology, agent, days, forecasts, edgeSum, meanEdge } = explanation;
  const counted = days.filter(({ reason }) => reason === 'counts').length;
  return [
    `${getName(agent.id)}, ${methodology}`,
    `Days that count (S2): ${counted} of ${days.length}`,
    formatTable([['date', 'forecasts', 'sum of edges', 'counts'], ...days.map(formatDay)]),
    `Mean edge (S3): ${formatNumber(edgeSum)} / ${forecasts} = ${formatNumber(meanEdge)}`,
    formatEvidence(explanation),
    formatShrinkage(explanation),
  ].join('\n\n');
}

function formatDay({ date, forecasts, edgeSum, reason }: ScoreExplanation['days'][number]): string[] {
  return [date, String(forecasts.length), formatNumber(edgeSum), reason === 'counts' ? 'yes' : reason];
}

function formatEvidence({ evidence }: ScoreExplanation): string {
  if (evidence === null) return 'Evidence against the market (S7.3): no forecast counts yet.';
  const { exposure, growth, lnThreshold, claim } = evidence;
  const rows = growth.map(({ betSize, better, worse }) => [String(betSize), formatNumber(better), formatNumber(worse)]);
  return [
    `Evidence against the market (S7.3): exposure n / K = ${claim.n} / ${claim.n / exposure} = ${formatNumber(exposure)}`,
    formatTable([['bet size g', 'A_g better', 'A_g worse'], ...rows]),
    `ln of the mean of exp(A_g): better ${formatNumber(claim.lnEvidenceBetter)}, worse ${formatNumber(claim.lnEvidenceWorse)}`,
    `Threshold (S7.4): ln ${claim.threshold} = ${formatNumber(lnThreshold)}, so separable: ${claim.separable ?? 'no'}`,
    `The range at that threshold: ${claim.claim.map(formatNumber).join(' to ')}`,
  ].join('\n');
}

function formatShrinkage({ shrinkage, board }: ScoreExplanation): string {
  const status = board === null ? '' : `, ${board.status}`;
  if (shrinkage === null) return `Shrinkage (S7.5): not ranked${status}.`;
  const { centre, tau, noise, weight, meanEdge, shrunk } = shrinkage;
  const squares = `${formatNumber(tau)}² / (${formatNumber(tau)}² + ${formatNumber(noise)}²)`;
  const pulled = `${formatNumber(centre)} + ${formatNumber(weight)} · (${formatNumber(meanEdge)} − ${formatNumber(centre)})`;
  return [
    `Shrinkage (S7.5): weight = ${squares} = ${formatNumber(weight)}`,
    `Shrunk edge: ${pulled} = ${formatNumber(shrunk)}, rank ${board?.rank ?? '-'}${status}`,
  ].join('\n');
}

function formatNumber(value: number | null): string {
  return value === null ? '-' : value.toFixed(DIGITS);
}
