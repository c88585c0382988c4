import { audit as auditBooks } from '../../audit/audit.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withSession } from '../with-session.ts';

/**
 * `arena audit`: recomputes every ledger entry from its bet and every balance from the ledger. Exit code 1 on a
 * mismatch.
 */
export async function audit(processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  return await withSession(processEnvironment, async ({ database }) => {
    const report = await auditBooks(database, () => {});
    const { agents, events, bets, ledgerEntries } = report.checked;
    const scope = `Checked the balances of ${agents} agents and ${ledgerEntries} ledger entries (${bets} bets on ${events} events).`;
    const verdict = report.ok
      ? 'No problems.'
      : `Problems: ${report.problems.length}\n${report.problems.map((problem) => `  ${problem}`).join('\n')}`;
    return { data: report, text: `${scope}\n${verdict}`, isInOrder: report.ok };
  });
}
