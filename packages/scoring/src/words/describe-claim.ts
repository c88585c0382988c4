import type { Claim } from '../evidence/claim.ts';
import type { NoEvidence } from '../evidence/evidence.ts';
import { describeCountdown } from './describe-countdown.ts';
import { formatDifference } from './format-figure.ts';

type ClaimFigures = Claim | NoEvidence;

/** What may be said about an agent and the market, from its claim only (scoring.md S7.4). */
export function describeVersusCrowd(name: string, figures: ClaimFigures): string {
  if (figures.estimate === null) return `${name} has no forecast that counts yet.`;
  return describeClaim(name, 'the market', figures);
}

/** What may be said about two agents, from the claim of their pair only. */
export function describePair(first: string, second: string, figures: ClaimFigures): string {
  if (figures.estimate === null) return `${first} and ${second} have not answered the same question yet.`;
  return describeClaim(first, second, figures);
}

/** Every sentence is about the questions asked so far, on average over them: no promise about next month. */
function describeClaim(first: string, other: string, { separable, claim, estimate, countdown, days }: Claim): string {
  const range = `from ${formatDifference(claim[0])} to ${formatDifference(claim[1])}`;
  if (separable !== null) {
    const gap = Math.abs(estimate).toFixed(4);
    return `On the questions asked so far, ${first} is separably ${separable} than ${other}: by ${gap} an event (${range}).`;
  }
  const open = `${first} is not separable from ${other} yet: the difference on the questions asked so far can be anything ${range}.`;
  return countdown === null ? open : `${open} ${describeCountdown(days, countdown)}`;
}
