import type { ArenaContext } from '../arena/arena-context.ts';
import { openPaidServices, type PaidServices } from '../paid-calls/paid-services.ts';
import type { ReportProgress } from './stage-progress.ts';

/** The context of a stage: the arena's, with the paid services limited to the day's budget. */
export type StageContext = Omit<ArenaContext, 'openRouter' | 'exa'> & {
  readonly paid: PaidServices;
  readonly reportProgress: ReportProgress;
};

/** Opens the context for the stages of one match day. Progress is told to nobody until a stage is given a place for it. */
export async function openStageContext(context: ArenaContext, date: string): Promise<StageContext> {
  const { openRouter: _openRouter, exa: _exa, ...rest } = context;
  return { ...rest, paid: await openPaidServices(context, date), reportProgress: () => {} };
}
