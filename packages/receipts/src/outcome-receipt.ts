import { OUTCOME_RECEIPT_FORMAT, type OutcomeReceipt } from '@coliseum/domain/outcome-receipt';
import { toRecord } from '@coliseum/domain/to-record';
import { toCanonicalJson } from './canonical-json.ts';
import { buildOutcomeContent, type PostedOutcome } from './outcome-content.ts';
import { sha256 } from './sha256.ts';

type OutcomeReceiptInput = {
  readonly id: string;
  readonly posted: PostedOutcome;
  /** The last of the chain so far; null for the first one. */
  readonly previous: Pick<OutcomeReceipt, 'sequence' | 'sha256'> | null;
  readonly at: Date;
};

/** Creates the receipt of a posting as the next one in the chain of outcomes. Pure. */
export function toOutcomeReceipt({ id, posted, previous, at }: OutcomeReceiptInput): OutcomeReceipt {
  const link = {
    format: OUTCOME_RECEIPT_FORMAT,
    sequence: (previous?.sequence ?? 0) + 1,
    contentSha256: hashOutcome(posted),
    previousSha256: previous?.sha256 ?? null,
  };
  const { event, number } = posted;
  return { ...link, id, eventId: event.id, number, sha256: hashOutcomeLink(link), createdAt: at };
}

/** SHA-256 of the canonical content of a posting. */
export function hashOutcome(posted: PostedOutcome): string {
  return sha256(toCanonicalJson(buildOutcomeContent(posted)));
}

type Link = Pick<OutcomeReceipt, 'format' | 'sequence' | 'contentSha256' | 'previousSha256'>;

/** SHA-256 of a receipt's own fields, which the next one includes. */
export function hashOutcomeLink({ format, sequence, contentSha256, previousSha256 }: Link): string {
  return sha256(toCanonicalJson(toRecord({ format, sequence, contentSha256, previousSha256 })));
}
