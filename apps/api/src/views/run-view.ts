import { RunStatus } from '@coliseum/domain/pipeline-run';
import { StageName } from '@coliseum/domain/stage-name';
import { z } from 'zod';
import {
  describeCount,
  describeDate,
  describeId,
  describeInstant,
  describeMicroDollars,
  describeNumber,
  describeText,
} from './fields.ts';

const StageField = StageName.meta({
  description:
    'ingestion selects the card, research writes the briefs, betting asks the agents, commit makes it public',
});

const StageView = z.object({
  name: StageField,
  started_at: describeInstant('When it started'),
  finished_at: describeInstant('When it ended; null while it runs').nullable(),
  duration_ms: describeCount('How long it took, in milliseconds; null while it runs', 45_200).nullable(),
  counts: z
    .record(z.string(), z.int())
    .meta({ description: 'What it counted, by name, whole numbers', examples: [{ candidates: 120, eligible: 24 }] }),
  cost_micro_dollars: describeMicroDollars('What its paid calls cost'),
});

const RunErrorView = z.object({
  code: describeText('What went wrong, one of a closed set of words', 'timeout'),
  stage: StageField.nullable().describe('The stage it happened in; null where it is none or unknown'),
  subject: describeText('The market it is about; null for the day itself', 'FED-RATE-JAN').nullable(),
  message: describeText('The same in a sentence', 'The agent did not answer in time.'),
});

/** The run of a match day: its progress, in words for everybody. */
export const RunView = z
  .object({
    id: describeId('the run'),
    date: describeDate('Its match day'),
    status: RunStatus.meta({ description: 'How it goes: a day that its operator stopped for a look still runs' }),
    stage: StageField.nullable().describe('The stage it is in; null once it has ended'),
    progress: z
      .object({
        done: describeCount('Stages that are finished', 2),
        total: describeNumber('Stages of a day', 4),
      })
      .meta({ description: 'How far it is, in stages' }),
    started_at: describeInstant('When it started'),
    finished_at: describeInstant('When it ended; null while it runs', '2026-11-22T14:09:41.000Z').nullable(),
    duration_ms: describeCount('From its start to its end, in milliseconds; null while it runs', 581_000).nullable(),
    attempts: describeCount('Tries so far', 1),
    reason: describeText(
      'Why the day was skipped or failed, as a code; null otherwise',
      'kalshi_unavailable',
    ).nullable(),
    reason_text: describeText('The reason in a sentence', 'Kalshi is down or unreachable.').nullable(),
    stages: z.array(StageView).meta({ description: 'The stages that were begun, in order' }),
    errors: z
      .array(RunErrorView)
      .meta({ description: 'What went wrong on the way, oldest first; nearly always empty' }),
  })
  .meta({ id: 'Run', description: 'The run of a match day' });
export type RunView = z.infer<typeof RunView>;
