import { audit as auditBooks } from '../../audit/audit.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withSession } from '../with-session.ts';

/** `arena audit`: derives every balance from the ledger and every ledger entry from its bet; exit 1 when one differs. */
export async function audit(processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  return await withSession(processEnvironment, async ({ database }) => {
    const report = await auditBooks(database, () => {});
    const { agents, events, bets, ledgerEntries } = report.checked;
    const scope = `Derived every balance of ${agents} agents from ${ledgerEntries} ledger entries, and every entry from its bet (${bets} bets on ${events} events).`;
    const verdict = report.ok
      ? 'All of it adds up.'
      : `${report.problems.length} problems:\n${report.problems.map((problem) => `  ${problem}`).join('\n')}`;
    return { data: report, text: `${scope}\n${verdict}`, isInOrder: report.ok };
  });
}
