import type { BrokenLink } from '@coliseum/receipts/check-link';
import { verifyOutcomes, type BrokenOutcome, type OutcomesReport } from '../../receipts/verify-outcomes.ts';
import { verifyReceipts, type VerifyReport } from '../../receipts/verify-receipts.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { createProgress } from '../progress.ts';
import { withSession } from '../with-session.ts';

/** `arena verify`: recomputes both chains, of match days and of outcomes. Exit code 1 at a broken link of either. */
export async function verify(processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  return await withSession(processEnvironment, async ({ database }) => {
    const progress = createProgress(processEnvironment.stderr, 'Verifying');
    const report = await verifyReceipts(database, progress.update).finally(progress.stop);
    const outcomes = await verifyOutcomes(database);
    const text = `${describe(report)}\n${describeOutcomes(outcomes)}`;
    return { data: { ...report, outcomes }, text, isInOrder: report.ok && outcomes.ok };
  });
}

function describe({ verified, earlierDays, head, broken }: VerifyReport): string {
  return [
    `Receipts verified against their match days: ${verified}`,
    ...(head === null ? [] : [`Last verified: receipt ${head.sequence} of ${head.date}, ${head.sha256}`]),
    ...(earlierDays === 0 ? [] : [`Not covered, because older than the first receipt: ${earlierDays} match days`]),
    ...(broken === null ? [] : [`Broken at ${describePlace(broken)} (${broken.kind}): ${broken.detail}`]),
  ].join('\n');
}

function describeOutcomes({ verified, earlierEvents, head, broken }: OutcomesReport): string {
  return [
    `Outcome receipts verified against events and ledger: ${verified}`,
    ...(head === null ? [] : [`Last verified: outcome receipt ${head.sequence}, ${head.sha256}`]),
    ...(earlierEvents === 0 ? [] : [`Not covered, because settled before the first of them: ${earlierEvents} events`]),
    ...(broken === null ? [] : [`Broken at ${describeOutcomePlace(broken)} (${broken.kind}): ${broken.detail}`]),
  ].join('\n');
}

function describeOutcomePlace({ sequence, eventId }: BrokenOutcome): string {
  return sequence === null ? `event ${String(eventId)}` : `outcome receipt ${sequence}`;
}

function describePlace({ sequence, date }: BrokenLink): string {
  const place = sequence === null ? 'the end of the chain' : `receipt ${sequence}`;
  return date === null ? place : `${place}, match day ${date}`;
}
