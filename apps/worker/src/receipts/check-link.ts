import type { DailyBatch } from '@coliseum/domain/daily-batch';
import { RECEIPT_FORMAT, type Receipt } from '@coliseum/domain/receipt';
import type { CommittedContent } from './batch-content.ts';
import { sha256 } from './sha256.ts';
import { hashContent, hashLink } from './to-receipt.ts';

/** How a link of the chain can fail to hold. */
export type BrokenLinkKind = 'format_unknown' | 'link_broken' | 'receipt_missing' | 'batch_missing' | 'content_changed';

export type BrokenLink = {
  readonly kind: BrokenLinkKind;
  /** The match day it is about; null where only its place in the chain is known. */
  readonly date: string | null;
  /** Null for a match day that never got a place. */
  readonly sequence: number | null;
  /** One sentence. */
  readonly detail: string;
};

/** A match day as the database has it now. */
export type StoredDay = CommittedContent & { readonly batch: DailyBatch };

/** Whether a receipt follows from its own fields and from the one before it: null, or what does not hold. */
export function checkLink(receipt: Receipt, previous: Receipt | null): BrokenLink | null {
  const { date, sequence } = receipt;
  const expected = (previous?.sequence ?? 0) + 1;
  if (sequence !== expected) {
    return { kind: 'receipt_missing', date: null, sequence: expected, detail: `There is no receipt ${expected}.` };
  }
  if (receipt.format !== RECEIPT_FORMAT) {
    const detail = `The format ${receipt.format} is not one that this version knows.`;
    return { kind: 'format_unknown', date, sequence, detail };
  }
  if (receipt.sha256 !== hashLink(receipt)) {
    return {
      kind: 'link_broken',
      date,
      sequence,
      detail: 'The receipt was changed: its hash is not that of its fields.',
    };
  }
  if (receipt.previousSha256 !== (previous?.sha256 ?? null)) {
    return { kind: 'link_broken', date, sequence, detail: 'The receipt does not carry the hash of the one before it.' };
  }
  return null;
}

/** Whether the match day is still what its receipt says it was: null, or what does not hold. */
export function checkContent(receipt: Receipt, day: StoredDay | null): BrokenLink | null {
  const { date, sequence } = receipt;
  if (day === null) {
    return { kind: 'batch_missing', date, sequence, detail: 'The match day of the receipt is not there any more.' };
  }
  if (receipt.batchId !== day.batch.id || receipt.createdAt.getTime() !== day.batch.createdAt.getTime()) {
    const detail = 'The receipt was not made with the match day that is there now.';
    return { kind: 'link_broken', date, sequence, detail };
  }
  if (receipt.contentSha256 === hashContent(day)) return null;
  const detail = ['The match day is not what it was when it was committed.', ...describeContradictions(day)].join(' ');
  return { kind: 'content_changed', date, sequence, detail };
}

/** What else in the day contradicts itself. A hash tells that something was changed, never what. */
function describeContradictions({ batch, persona, events, bets }: StoredDay): string[] {
  const prices = new Map(events.map(({ id, lockedPrice }) => [id, lockedPrice]));
  const changedBriefs = events.filter(
    ({ briefSha256, intelligenceBrief }) => briefSha256 !== null && briefSha256 !== sha256(intelligenceBrief),
  );
  return [
    ...(persona === null ? [`Persona week of ${batch.date} is gone.`] : []),
    ...(events.length === batch.eventIds.length
      ? []
      : [`It has ${events.length} events, its batch names ${batch.eventIds.length}.`]),
    ...changedBriefs.map(({ matchNumber }) => `The brief of match ${matchNumber} is another text.`),
    ...bets
      .filter(({ eventId, lockedPriceAtBet }) => prices.get(eventId) !== lockedPriceAtBet)
      .map(({ id }) => `The price of bet ${id} is not its event's.`),
  ];
}
