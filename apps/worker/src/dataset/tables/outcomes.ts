import { ofType } from '../column.ts';
import { toRow, type Table } from '../table.ts';

const outcomeColumns = [
  ...ofType('string', { event_id: 'The event', outcome: '`YES`, `NO`, `FRACTIONAL` or `VOID`' }),
  ...ofType('decimal', { settlement_value: 'What one YES contract paid, 0 to 1; null for VOID' }),
  ...ofType('datetime', { settled_at: 'When it was settled first; an amendment does not move it' }),
  ...ofType('string', { void_reason: 'Why an operator declared it void; null where the exchange decided' }),
];

export const outcomes: Table = {
  name: 'outcomes',
  description: 'How every settled match ended, as of this version',
  columns: outcomeColumns,
  async *read({ reads }) {
    for await (const event of reads.events.stream()) {
      if (event.outcome !== null) yield toRow(outcomeColumns, { ...event, eventId: event.id });
    }
  },
};

const amendmentColumns = [
  ...ofType('string', { event_id: 'The event' }),
  ...ofType('integer', { number: 'Which amendment of the event, from 1' }),
  ...ofType('datetime', { at: 'When the arena learned of the new outcome' }),
  ...ofType('string', { previous_outcome: 'The outcome until then' }),
  ...ofType('decimal', { previous_value: 'What one YES contract paid until then; null for VOID' }),
];

export const amendments: Table = {
  name: 'amendments',
  description: 'Outcomes that were replaced because the exchange changed a final result',
  columns: amendmentColumns,
  async *read({ reads }) {
    for await (const { id: eventId, amendments: list } of reads.events.stream()) {
      for (const [index, amendment] of list.entries()) {
        yield toRow(amendmentColumns, { ...amendment, eventId, number: index + 1 });
      }
    }
  },
};
