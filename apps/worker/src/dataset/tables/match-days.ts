import { ofType } from '../column.ts';
import { toRow, type Table } from '../table.ts';

const columns = [
  ...ofType('string', { id: 'Id of the match day: `batch_id` elsewhere' }),
  ...ofType('date', { date: 'The match day, a UTC date' }),
  ...ofType('datetime', {
    trigger_time: 'When the run began',
    locked_at: 'When the prices were locked',
    created_at: 'When the day was committed',
  }),
  ...ofType('string', { persona_name: 'The persona that all agents played', fee_rule: 'How bets are charged' }),
  ...ofType('integer', {
    week_number: 'Persona week, 1 for that of 1 January 2024',
    times_played: 'How often the day was played, in part or whole, from 1',
    cost_micro_dollars: 'Cost of the paid calls as of the commit, in millionths of a US dollar',
  }),
  ...ofType('number', { persona_cap_percent: 'Most on one match, in percent of the bankroll, 0 to 100' }),
];

export const matchDays: Table = {
  name: 'match_days',
  description: 'Every committed match day',
  columns,
  async *read({ reads }) {
    for await (const batch of reads.batches.stream()) {
      const run = await reads.runs.findByDate(batch.date);
      yield toRow(columns, { ...batch, timesPlayed: run?.timesPlayed ?? 1 });
    }
  },
};
