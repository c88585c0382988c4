import { FeeRule } from '@coliseum/domain/fee-rule';
import { MatchDate } from '@coliseum/domain/match-date';
import { CallPurpose, PaidService } from '@coliseum/domain/paid-call';
import { RECEIPT_FORMATS } from '@coliseum/domain/receipt';
import { z } from 'zod';
import { CoveredEventView, describeHashedInstant } from './covered-event-view.ts';
import { describeDate, describeFigure, describeNumber, describeSha256, describeText } from './fields.ts';

export const ReceiptByDateInput = z.object({
  date: MatchDate.meta({ description: 'Date of the match day: UTC, YYYY-MM-DD', examples: ['2026-11-22'] }),
});

const CoveredPersonaView = z
  .object({
    persona_name: describeText('Name of the persona', 'The Contrarian'),
    week_number: describeNumber('Persona week, 1 for that of 1 January 2024', 152),
    config: z
      .object({
        name: describeText('Name in the file', 'The Contrarian'),
        description: describeText('What it is', 'Doubts the crowd.'),
        version: describeText('Version of the file', '1.0'),
        risk_tolerance: z.enum(['low', 'medium', 'high']).meta({ description: 'As the prompt says it' }),
        confidence_threshold: describeFigure('Percent, 0 to 100: asked of the model, not enforced', 60),
        max_bet_percentage: describeFigure('Most on one match, in percent of the bankroll', 10),
        decision_framework: describeText('How it decides', 'Look for what the price leaves out.'),
        evaluation_criteria: z.array(z.string()).meta({ description: 'What it looks at', examples: [['Base rates']] }),
        prompt_template: describeText('The text that is put into the prompt', 'You doubt the crowd.'),
      })
      .meta({ description: 'The persona’s file, as it was that week' }),
  })
  .nullable()
  .meta({ description: 'The persona of the week as its file was then; null only when it has been deleted' });

const DroppedAnswerView = z.object({
  service: PaidService.meta({ description: 'Who was asked' }),
  purpose: CallPurpose.meta({ description: 'What for' }),
  model: describeText('The model; null for a search', 'openai/gpt-6.1-sol').nullable(),
  request_sha256: describeSha256('The request'),
  error_code: describeText('The failure that was recorded; null for an answer', 'OPENROUTER_TIMEOUT').nullable(),
  answer_sha256: describeSha256('What the service said; null where its hash was not kept yet').nullable(),
});

/** What a receipt covers, in the form that is hashed. */
const BatchContentView = z
  .object({
    date: describeDate('The match day'),
    locked_at: describeHashedInstant('When the prices were locked'),
    fee_rule: FeeRule.meta({ description: 'How bets are charged' }),
    times_played: describeNumber('From format 2 on: how often the day was played, in part or whole').optional(),
    dropped_answers: z
      .array(DroppedAnswerView)
      .meta({ description: 'From format 2 on: answers that were recorded and are not part of the day' })
      .optional(),
    persona: CoveredPersonaView,
    events: z.array(CoveredEventView).meta({ description: 'In match order' }),
  })
  .meta({ id: 'BatchContent', description: 'What is hashed to `content_sha256`, once written canonically (RFC 8785)' });

export const ReceiptContentView = z
  .object({
    link: z
      .object({
        format: z.enum(RECEIPT_FORMATS).meta({ description: 'Form of the content' }),
        sequence: describeNumber('Place in the chain of receipts'),
        date: describeDate('The match day'),
        content_sha256: describeSha256('`content`, written canonically'),
        previous_sha256: describeSha256('The receipt before; null for the first').nullable(),
      })
      .meta({ description: 'What is hashed to `sha256`, once written canonically (RFC 8785)' }),
    sha256: describeSha256('`link`, written canonically: the hash to keep'),
    created_at: describeHashedInstant('When the day was committed'),
    content: BatchContentView,
  })
  .meta({ id: 'ReceiptContent', description: 'A receipt with everything that it covers' });
export type ReceiptContentView = z.infer<typeof ReceiptContentView>;
