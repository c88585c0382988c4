import { ofType } from '../column.ts';
import { toRow, type Table } from '../table.ts';

const columns = [
  ...ofType('date', { date: 'The match day, a UTC date' }),
  ...ofType('datetime', { listed_at: 'When the exchange was read' }),
  ...ofType('string', {
    ticker: 'The market',
    event_ticker: 'Its Kalshi event',
    question: 'What YES means',
    category: 'Category of the exchange',
    status: 'How far it came: `filtered`, `eligible`, `offered` to the selector, `selected`',
    filter_reason: 'Why it was filtered',
  }),
  ...ofType('integer', {
    rank: 'Place by liquidity among those that were not filtered, from 1',
    control_place: 'Place in which the lot drew it for the control, from 1; null for all others',
    volume24h_hundredths: 'Contracts traded in 24 hours, in hundredths',
    open_interest_hundredths: 'Open contracts, in hundredths',
  }),
  ...ofType('decimal', {
    price: 'The YES price at the lock, 0 to 1',
    bid: 'The best price to sell YES',
    ask: 'The best price to buy YES',
    last: 'The latest trade',
  }),
  ...ofType('string', { price_basis: '`midpoint` of bid and ask, or the `last` trade' }),
  ...ofType('datetime', { close_time: 'When trading was expected to end' }),
];

export const candidates: Table = {
  name: 'candidates',
  description: 'Every market that a card was selected from, on days that were played or skipped',
  columns,
  async *read({ reads, isPublic }) {
    for await (const { date, listedAt, candidates: list, drawn } of reads.candidateLists.stream()) {
      if (!isPublic(date)) continue;
      for (const candidate of list) {
        const place = drawn.indexOf(candidate.ticker);
        yield toRow(columns, { ...candidate, date, listedAt, controlPlace: place === -1 ? null : place + 1 });
      }
    }
  },
};
