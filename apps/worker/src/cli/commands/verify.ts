import type { BrokenLink } from '@coliseum/receipts/check-link';
import { verifyReceipts, type VerifyReport } from '../../receipts/verify-receipts.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { createProgress } from '../progress.ts';
import { withSession } from '../with-session.ts';

/** `arena verify`: recomputes every receipt from its match day and checks the chain. Exit code 1 at a broken link. */
export async function verify(processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  return await withSession(processEnvironment, async ({ database }) => {
    const progress = createProgress(processEnvironment.stderr, 'Verifying');
    const report = await verifyReceipts(database, progress.update).finally(progress.stop);
    return { data: report, text: describe(report), isInOrder: report.ok };
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

function describePlace({ sequence, date }: BrokenLink): string {
  const place = sequence === null ? 'the end of the chain' : `receipt ${sequence}`;
  return date === null ? place : `${place}, match day ${date}`;
}
