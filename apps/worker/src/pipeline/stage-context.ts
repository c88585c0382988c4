import type { ArenaContext } from '../arena/arena-context.ts';
import { openPaidServices, type PaidServices } from '../paid-calls/paid-services.ts';

/** What a stage reaches the world through: as the pipeline, but what costs money only as the day may use it. */
export type StageContext = Omit<ArenaContext, 'openRouter' | 'exa'> & { readonly paid: PaidServices };

/** The surroundings of the stages of one match day. */
export async function openStageContext(context: ArenaContext, date: string): Promise<StageContext> {
  const { openRouter: _openRouter, exa: _exa, ...rest } = context;
  return { ...rest, paid: await openPaidServices(context, date) };
}
