import { ofType } from '../column.ts';
import { toRow, type Table } from '../table.ts';

const columns = [
  ...ofType('string', { id: 'Id of the event: `event_id` elsewhere', batch_id: 'The match day' }),
  ...ofType('date', { match_date: 'The match day, a UTC date' }),
  ...ofType('integer', { match_number: 'Place on the card, from 1' }),
  ...ofType('string', {
    kalshi_ticker: 'The market at Kalshi',
    kalshi_event_ticker: 'The Kalshi event of the market',
    title: 'Title of the Kalshi event',
    question: 'What YES means',
    resolution_criteria: 'How the exchange decides',
    category: 'What it is about, one word of a closed set',
    kalshi_category: 'Category of the exchange',
    selection_reason: 'Why the selector model took it',
  }),
  ...ofType('decimal', { locked_price: 'The line: the YES price of every bet, above 0 and below 1' }),
  ...ofType('string', { locked_price_basis: '`midpoint` of bid and ask, or the `last` trade' }),
  ...ofType('datetime', {
    locked_at: 'When the line was locked',
    close_time: 'When trading was expected to end',
    research_completed_at: 'When the brief was ready',
  }),
  ...ofType('string', {
    status: '`open`, `waiting_settlement`, `delayed` or `settled`',
    intelligence_brief: 'The brief that every agent read',
    brief_sha256: 'SHA-256 of the brief, hexadecimal',
    brief_status: 'Whether all, some or none of its sections say something',
  }),
  ...ofType('json', {
    sources: 'The pages that the brief cites: `number`, `title`, `url`, `published_at`, `carries_odds`',
  }),
];

export const events: Table = {
  name: 'events',
  description: 'Every match, with its line and its brief. How it ended is in `outcomes`',
  columns,
  async *read({ reads }) {
    for await (const event of reads.events.stream()) yield toRow(columns, event);
  },
};
