import { ofType } from '../column.ts';
import { toRow, type Table } from '../table.ts';

const columns = [
  ...ofType('string', {
    event_id: 'The event',
    kind: '`locked`: what the line was taken from. `decision`: once the last agent had decided',
  }),
  ...ofType('datetime', { at: 'When it was read' }),
  ...ofType('decimal', {
    bid: 'The best price to sell YES, 0 to 1; null where there was none',
    ask: 'The best price to buy YES',
    last: 'The latest trade',
  }),
];

export const quotes: Table = {
  name: 'quotes',
  description: 'What the market of each match quoted when the line was locked, and after the last decision',
  columns,
  async *read({ reads }) {
    for await (const {
      id: eventId,
      lockedAt,
      lockedBid,
      lockedAsk,
      lockedLast,
      decisionQuote,
    } of reads.events.stream()) {
      const locked = { at: lockedAt, bid: lockedBid, ask: lockedAsk, last: lockedLast };
      yield toRow(columns, { eventId, kind: 'locked', ...locked });
      if (decisionQuote !== null) yield toRow(columns, { eventId, kind: 'decision', ...decisionQuote });
    }
  },
};
