import { EventOutcome } from '@coliseum/domain/event';
import { RunStatus } from '@coliseum/domain/pipeline-run';
import { StageName } from '@coliseum/domain/stage-name';
import { z } from 'zod';
import { describeCount, describeDate, describeId, describeInstant, describeText } from './fields.ts';

const Gain = z.object({
  agent_id: describeId('the agent'),
  agent_name: describeText('Name of the agent', 'Claude'),
  pnl_cents: z.int().positive().meta({ description: 'What it won, in whole US cents' }),
});

/** Something that just happened, as `/api/live` and the subscription `live` tell it. */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('revision').meta({ description: 'Public data changed: what was read before is out of date' }),
    revision: describeCount('The state of the data', 412),
    changed_at: describeInstant('When it changed'),
  }),
  z.object({
    type: z.literal('progress').meta({ description: 'A match day went on' }),
    date: describeDate('The match day'),
    status: RunStatus.meta({ description: 'How it goes' }),
    stage: StageName.nullable().meta({ description: 'The stage it is in; null once it has ended' }),
    done: describeCount('Stages that are finished', 2),
    total: describeCount('Stages there are', 4),
  }),
  z.object({
    type: z.literal('settled').meta({ description: 'An event was settled' }),
    event_id: describeId('the event'),
    title: describeText('Title of the event', 'Will the Fed cut rates in January?'),
    outcome: EventOutcome.nullable().meta({ description: 'How it ended' }),
    gained: z.array(Gain).meta({ description: 'The agents that won money on it, most first' }),
  }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
