import { CandidateStatus, FilterReason } from '@coliseum/domain/candidate-list';
import { LockedPriceBasis } from '@coliseum/domain/event';
import { z } from 'zod';
import {
  describeDate,
  describeDecimal,
  describeFigure,
  describeFlag,
  describeInstant,
  describeNumber,
  describeText,
} from './fields.ts';
import { pageFields, PageInput } from './pagination.ts';

/** A market that was looked at for the card, as it stood at the lock. */
export const CandidateView = z
  .object({
    ticker: describeText("The exchange's name of the market", 'FED-RATE-JAN'),
    event_ticker: describeText("The exchange's name of its event", 'FED-RATE'),
    question: describeText('The question', 'Will the Fed cut rates in January?'),
    kalshi_category: describeText("The exchange's category", 'Economics'),
    status: CandidateStatus.meta({
      description: 'How far it came: filtered out, eligible, offered to the selector, selected',
    }),
    filter_reason: FilterReason.nullable().meta({ description: 'Why it was filtered out; null where it was not' }),
    rank: describeNumber('Place by liquidity among those not filtered out; null otherwise', 3).nullable(),
    is_control: describeFlag('Whether the lot drew it for the control'),
    price: describeDecimal('The YES price at the lock; null without one').nullable(),
    price_basis: LockedPriceBasis.nullable().meta({ description: 'What the price was taken from; null without one' }),
    bid: describeDecimal('Best bid for YES; null without one', '0.44').nullable(),
    ask: describeDecimal('Best ask for YES; null without one', '0.46').nullable(),
    last: describeDecimal('Last trade of YES; null without one', '0.45').nullable(),
    volume_24h: describeFigure('Contracts traded in 24 hours, 0 or more; null where unreadable', 12_500).nullable(),
    open_interest: describeFigure('Contracts held, 0 or more; null where unreadable', 48_000).nullable(),
    close_time: describeInstant('When trading ends', '2026-11-22T20:00:00.000Z'),
  })
  .meta({ id: 'Candidate', description: 'A market that was looked at for the card, as it stood at the lock' });
export type CandidateView = z.infer<typeof CandidateView>;

export const CandidateListInput = PageInput.extend({
  date: describeDate('The match day'),
  status: CandidateStatus.meta({ description: 'Only markets that came just so far' }).optional(),
  cursor: describeText(
    'Go on after this market, the `next_cursor` of the page before; `offset` is ignored then',
    'FED-RATE-JAN',
  )
    .min(1)
    .max(200)
    .optional(),
});
export type CandidateListInput = z.infer<typeof CandidateListInput>;

/** A page of the candidates of a day, by ticker. */
export const CandidateListView = z
  .object({
    date: describeDate('The match day'),
    listed_at: describeInstant('When the markets were read'),
    ...pageFields,
    next_cursor: describeText('`cursor` of the next page; null on the last', 'FED-RATE-JAN').nullable(),
    candidates: z.array(CandidateView).meta({ description: 'The markets by ticker' }),
  })
  .meta({ id: 'CandidateList', description: 'A page of the candidates of a day, by ticker' });
export type CandidateListView = z.infer<typeof CandidateListView>;
