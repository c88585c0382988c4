import { EventOutcome, EventStatus } from '@coliseum/domain/event';
import { z } from 'zod';
import { CategoryField, describeCount, describeDate, describeId, describeText } from './fields.ts';

export const SearchInput = z.object({
  q: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .meta({ description: 'Words that all have to be there, in any case, or a date', examples: ['fed rates'] }),
  limit: z
    .int()
    .min(1)
    .max(50)
    .default(10)
    .meta({ description: 'Most events, 1 to 50', examples: [10] }),
});
export type SearchInput = z.infer<typeof SearchInput>;

/** What a search found. */
export const SearchView = z
  .object({
    total_events: describeCount('Events that match, those beyond the limit too', 12),
    events: z
      .array(
        z.object({
          id: describeId('the event'),
          date: describeDate('Its match day'),
          title: describeText('Title of the event', 'Will the Fed cut rates in January?'),
          category: CategoryField,
          status: EventStatus.meta({ description: 'State of the event' }),
          outcome: EventOutcome.nullable().meta({ description: 'What it came to; null until it is settled' }),
        }),
      )
      .meta({ description: 'Events whose title, question or ticker matches, newest first' }),
    agents: z
      .array(
        z.object({
          id: describeId('the agent'),
          name: describeText('Name of the agent', 'Claude-Opus'),
          model_slug: describeText("OpenRouter's name of its model", 'anthropic/claude-3-opus'),
        }),
      )
      .meta({ description: 'Agents whose name or model matches, in roster order' }),
    days: z
      .array(
        z.object({ date: describeDate('The match day'), persona_name: describeText('Its persona', 'momentum_trader') }),
      )
      .meta({ description: 'Match days whose date or persona matches, newest first, at most as many as events' }),
  })
  .meta({ id: 'Search', description: 'What a search found' });
export type SearchView = z.infer<typeof SearchView>;
