import { FilterReason } from '@coliseum/domain/candidate-list';
import { RunStatus } from '@coliseum/domain/pipeline-run';
import { z } from 'zod';
import { BatchView } from './batch-list-view.ts';
import { CandidateView } from './candidate-view.ts';
import { DayCostsView } from './costs-view.ts';
import { EventRowView } from './event-row-view.ts';
import { describeCount, describeDate, describeInstant, describeText } from './fields.ts';
import { PersonaView } from './persona-view.ts';
import { FullReceiptView } from './receipt-list-view.ts';
import { RunView } from './run-view.ts';

export const DayInput = z.object({ date: describeDate('The match day') });
export type DayInput = z.infer<typeof DayInput>;

/** What the card of a day was selected from. */
const SelectionView = z.object({
  listed_at: describeInstant('When the markets were read'),
  listed: describeCount('Markets that were looked at', 1_240),
  filtered: z
    .array(
      z.object({
        reason: FilterReason.meta({ description: 'Why a market cannot be played' }),
        markets: describeCount('Markets with this reason', 312),
      }),
    )
    .meta({ description: 'Markets that were filtered out, by reason; `days.candidates` has each of them' }),
  eligible: z
    .array(CandidateView)
    .meta({ description: 'The most liquid markets that were not filtered out, at most a hundred, by rank' }),
  control: z
    .array(describeText("The exchange's name of a market", 'FED-RATE-JAN'))
    .meta({ description: 'Five eligible markets taken by lot, in the order the lot fell; empty without five' }),
});

/** A match day whole. */
export const DayView = z
  .object({
    date: describeDate('The match day'),
    status: RunStatus.meta({ description: 'completed once committed; card and candidates are public only then' }),
    batch: BatchView.nullable().meta({ description: 'The day in short; null until it is committed' }),
    events: z.array(EventRowView).meta({ description: 'The card in match order; empty until it is committed' }),
    persona: PersonaView.nullable().meta({ description: 'The persona of its week; null where none was stored' }),
    selection: SelectionView.nullable().meta({
      description: 'What the card was selected from; null while the day runs, and where nothing was listed',
    }),
    receipt: FullReceiptView.nullable().meta({ description: 'Its receipt; null for days without one' }),
    run: RunView.nullable().meta({ description: 'Its run; null where none was stored' }),
    costs: DayCostsView,
  })
  .meta({ id: 'Day', description: 'A match day whole' });
export type DayView = z.infer<typeof DayView>;
