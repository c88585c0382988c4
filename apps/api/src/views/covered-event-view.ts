import { BriefStatus, LockedPriceBasis } from '@coliseum/domain/event';
import { z } from 'zod';
import { CoveredAnswerView } from './covered-answer-view.ts';
import { CategoryField, describeDecimal, describeFlag, describeNumber, describeText } from './fields.ts';

/** An instant as it was hashed: whatever year a source claims, it is not judged here. */
export function describeHashedInstant(what: string) {
  return describeText(`${what}: ISO 8601 in UTC with milliseconds`, '2026-11-22T14:00:00.000Z');
}

const quoteFields = {
  bid: describeDecimal('The best price to sell YES').nullable(),
  ask: describeDecimal('The best price to buy YES').nullable(),
  last: describeDecimal('The latest trade').nullable(),
};

/** One match, with every field that the day's receipt covers. */
export const CoveredEventView = z
  .object({
    match_number: describeNumber('Place on the card'),
    kalshi_ticker: describeText('The market', 'KXRAIN-26NOV22-DEN'),
    kalshi_event_ticker: describeText('The Kalshi event of the market', 'KXRAIN-26NOV22'),
    title: describeText('Title of the Kalshi event', 'Rain in Denver'),
    question: describeText('What YES means', 'Will it rain in Denver on 22 November?'),
    resolution_criteria: describeText('How the exchange decides', 'If measurable rain falls, YES.'),
    category: CategoryField,
    kalshi_category: describeText('Category of the exchange', 'Climate and Weather'),
    selection_reason: describeText('Why the selector took it', 'Close and well quoted.'),
    locked_price: describeDecimal('The line: the YES price of every bet'),
    locked_price_basis: LockedPriceBasis.meta({ description: 'What the line was taken from' }),
    locked_bid: quoteFields.bid,
    locked_ask: quoteFields.ask,
    locked_last: quoteFields.last,
    locked_at: describeHashedInstant('When the line was locked'),
    decision_quote: z
      .object({ ...quoteFields, at: describeHashedInstant('When it was read') })
      .nullable()
      .meta({ description: 'What the market quoted once the last agent had decided; null where it was not readable' }),
    close_time: describeHashedInstant('When trading is expected to end'),
    intelligence_brief: describeText('The brief that every agent read', 'Rain fell on 11 of 30 days [1].'),
    brief_status: BriefStatus.meta({ description: 'Whether all, some or none of its sections say something' }),
    sources: z
      .array(
        z.object({
          number: describeNumber('As cited in the brief'),
          title: describeText('Title of the page', 'Climate normals'),
          url: describeText('Its address', 'https://weather.example/denver'),
          published_at: describeHashedInstant('When it was published').nullable(),
          carries_odds: describeFlag('Whether the site is about betting odds'),
        }),
      )
      .meta({ description: 'The pages that the brief cites' }),
    answers: z.array(CoveredAnswerView).meta({ description: 'One of each agent, in roster order' }),
  })
  .meta({ id: 'CoveredEvent', description: 'A match with every field that the receipt covers' });
