import type { DailyBatch } from '@coliseum/domain/daily-batch';
import { RECEIPT_FORMATS, type Receipt, type ReceiptFormat } from '@coliseum/domain/receipt';
import type { CommittedContent } from './batch-content.ts';
import { sha256 } from './sha256.ts';
import { hashContent, hashLink } from './to-receipt.ts';

/** The ways in which a link of the chain can be broken. */
export type BrokenLinkKind =
  | 'format_unknown'
  | 'format_older'
  | 'link_broken'
  | 'receipt_missing'
  | 'batch_missing'
  | 'content_changed';

export type BrokenLink = {
  readonly kind: BrokenLinkKind;
  /** The match day; null when only the position in the chain is known. */
  readonly date: string | null;
  /** Position in the chain; null for a match day without a receipt. */
  readonly sequence: number | null;
  /** One sentence for the operator. */
  readonly detail: string;
};

/** A match day as it is stored now. */
export type StoredDay = CommittedContent & { readonly batch: DailyBatch };

/** Checks a receipt against its own fields and against the previous receipt. Returns null when it is valid. */
export function checkLink(receipt: Receipt, previous: Receipt | null): BrokenLink | null {
  const { date, sequence } = receipt;
  const expected = (previous?.sequence ?? 0) + 1;
  if (sequence !== expected) {
    return { kind: 'receipt_missing', date: null, sequence: expected, detail: `There is no receipt ${expected}.` };
  }
  const format = readFormat(receipt);
  if (format === null) {
    const detail = `The format ${receipt.format} is unknown to this version.`;
    return { kind: 'format_unknown', date, sequence, detail };
  }
  if (previous !== null && getAge(format) < getAge(previous.format)) {
    const detail = `The format ${format} is older than that of the receipt before, and covers less.`;
    return { kind: 'format_older', date, sequence, detail };
  }
  if (receipt.sha256 !== hashLink(receipt)) {
    return {
      kind: 'link_broken',
      date,
      sequence,
      detail: 'The receipt was changed: its hash does not match its fields.',
    };
  }
  if (receipt.previousSha256 !== (previous?.sha256 ?? null)) {
    return { kind: 'link_broken', date, sequence, detail: 'The receipt does not carry the hash of the one before it.' };
  }
  return null;
}

/** The format of a receipt; null for one that this version does not know. */
export function readFormat({ format }: Pick<Receipt, 'format'>): ReceiptFormat | null {
  return RECEIPT_FORMATS.find((known) => known === format) ?? null;
}

/** The place of a format among all, oldest first. */
function getAge(format: string): number {
  return RECEIPT_FORMATS.findIndex((known) => known === format);
}

/** Checks a match day against its receipt. Returns null when it is unchanged. */
export function checkContent(receipt: Receipt, day: StoredDay | null): BrokenLink | null {
  const { date, sequence } = receipt;
  if (day === null) {
    return { kind: 'batch_missing', date, sequence, detail: 'The match day of the receipt no longer exists.' };
  }
  if (receipt.batchId !== day.batch.id || receipt.createdAt.getTime() !== day.batch.createdAt.getTime()) {
    const detail = 'The receipt belongs to another commit of the match day.';
    return { kind: 'link_broken', date, sequence, detail };
  }
  const format = readFormat(receipt);
  if (format !== null && receipt.contentSha256 === hashContent(format, day)) return null;
  const detail = ['The match day was changed after its commit.', ...describeContradictions(day)].join(' ');
  return { kind: 'content_changed', date, sequence, detail };
}

/** Looks for contradictions within the day, because a hash shows that something changed but not what. */
function describeContradictions({ batch, persona, events, bets }: StoredDay): string[] {
  const prices = new Map(events.map(({ id, lockedPrice }) => [id, lockedPrice]));
  const changedBriefs = events.filter(
    ({ briefSha256, intelligenceBrief }) => briefSha256 !== null && briefSha256 !== sha256(intelligenceBrief),
  );
  return [
    ...(persona === null ? [`The persona of its week is missing.`] : []),
    ...(events.length === batch.eventIds.length
      ? []
      : [`It has ${events.length} events, but its batch lists ${batch.eventIds.length}.`]),
    ...changedBriefs.map(({ matchNumber }) => `The brief of match ${matchNumber} was changed.`),
    ...bets
      .filter(({ eventId, lockedPriceAtBet }) => prices.get(eventId) !== lockedPriceAtBet)
      .map(({ id }) => `The price of bet ${id} differs from its event's.`),
  ];
}
