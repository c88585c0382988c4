import { rebuildDayRecords } from '@coliseum/db/records/rebuild-day-records';
import { systemClock } from '@coliseum/domain/clock';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { createProgress } from '../progress.ts';
import { withSession } from '../with-session.ts';

/** `arena rebuild-records`: derives the record of each match day again, and writes those that differ. Safe to repeat. */
export async function rebuildRecords(processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  return await withSession(processEnvironment, async ({ database }) => {
    const progress = createProgress(processEnvironment.stderr, 'Rebuilding');
    const report = await rebuildDayRecords(database, systemClock.now(), progress.update).finally(progress.stop);
    const text = `Derived the records of ${report.days} match days: ${report.changed.length} were missing or differed.`;
    const lines = report.changed.map((date) => `  ${date}`);
    return { data: report, text: [text, ...lines].join('\n') };
  });
}
