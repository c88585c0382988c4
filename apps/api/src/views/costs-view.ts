import { CallPurpose, PaidService } from '@coliseum/domain/paid-call';
import { z } from 'zod';
import { describeCount, describeDate, describeId, describeMicroDollars, describeText } from './fields.ts';

/** The most days that one answer adds up: what it costs grows with them. */
export const MOST_COST_DAYS = 31;

export const CostsInput = z.object({
  from: describeDate(
    `First match day; at most ${MOST_COST_DAYS} days up to the last, which is the default`,
    '2026-11-01',
  ).optional(),
  to: describeDate('Last match day; the latest run without it').optional(),
});
export type CostsInput = z.infer<typeof CostsInput>;

const costFields = {
  calls: describeCount('Paid calls, failed ones included', 61),
  failed_calls: describeCount('Calls that failed', 1),
  unknown_costs: describeCount('Calls whose cost is not known', 0),
  cost_micro_dollars: describeMicroDollars('Sum of the known costs', 1_930_000),
};

/** What paid calls cost together. */
export const CostTotal = z.object(costFields);
export type CostTotal = z.infer<typeof CostTotal>;

const groupFields = {
  services: z
    .array(z.object({ service: PaidService.meta({ description: 'Whom the calls went to' }), ...costFields }))
    .meta({ description: 'By service' }),
  purposes: z
    .array(z.object({ purpose: CallPurpose.meta({ description: 'What the calls were for' }), ...costFields }))
    .meta({ description: 'By purpose' }),
  agents: z
    .array(
      z.object({
        agent_id: describeId('the agent'),
        agent_name: describeText('Name of the agent', 'Claude-Opus'),
        ...costFields,
      }),
    )
    .meta({ description: 'Decisions by agent, in roster order' }),
};

/** What the paid calls of one match day cost. */
export const DayCostsView = z
  .object({ total: CostTotal.meta({ description: 'All calls together' }), ...groupFields })
  .meta({ id: 'DayCosts', description: 'What the paid calls of one match day cost' });
export type DayCostsView = z.infer<typeof DayCostsView>;

/** What paid calls cost. */
export const CostsView = z
  .object({
    from: describeDate('First match day', '2026-10-23'),
    to: describeDate('Last match day'),
    total: CostTotal.meta({ description: 'All calls together' }),
    days: z
      .array(z.object({ date: describeDate('The match day'), ...costFields }))
      .meta({ description: 'By match day, newest first; days without a call are left out' }),
    ...groupFields,
  })
  .meta({ id: 'Costs', description: 'What paid calls cost' });
export type CostsView = z.infer<typeof CostsView>;
