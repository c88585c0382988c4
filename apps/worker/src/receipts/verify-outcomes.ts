import type { Repositories } from '@coliseum/db/repositories/create-repositories';
import { OUTCOME_RECEIPT_FORMAT, type OutcomeReceipt } from '@coliseum/domain/outcome-receipt';
import { hashOutcome, hashOutcomeLink } from '@coliseum/receipts/outcome-receipt';

/** The ways in which a link of the chain of outcomes can be broken. */
export type BrokenOutcomeKind =
  | 'format_unknown'
  | 'link_broken'
  | 'receipt_missing'
  | 'event_missing'
  | 'content_changed';

export type BrokenOutcome = {
  readonly kind: BrokenOutcomeKind;
  readonly eventId: string | null;
  /** Place in the chain; null for a posting without a receipt. */
  readonly sequence: number | null;
  /** One sentence for the operator. */
  readonly detail: string;
};

export type OutcomesReport = {
  readonly ok: boolean;
  /** Number of valid receipts, from the first one on. */
  readonly verified: number;
  /** Events settled before there were outcome receipts, which are not checked. */
  readonly earlierEvents: number;
  readonly head: Pick<OutcomeReceipt, 'sequence' | 'sha256'> | null;
  readonly broken: BrokenOutcome | null;
};

export type OutcomeReads = {
  readonly agents: Pick<Repositories['agents'], 'list'>;
  readonly events: Pick<Repositories['events'], 'findById' | 'stream'>;
  readonly ledger: Pick<Repositories['ledger'], 'listByEvent'>;
  readonly outcomeReceipts: Pick<Repositories['outcomeReceipts'], 'stream'>;
};

/** Recomputes the chain of outcomes from events and ledger, up to the first broken link. Writes nothing. */
export async function verifyOutcomes(database: OutcomeReads): Promise<OutcomesReport> {
  const agents = await database.agents.list();
  const postings = new Map<string, number>();
  let startedAt: Date | null = null;
  let previous: OutcomeReceipt | null = null;
  let broken: BrokenOutcome | null = null;
  for await (const receipt of database.outcomeReceipts.stream()) {
    broken = checkLink(receipt, previous) ?? (await checkPosting(database, agents, receipt));
    if (broken !== null) break;
    startedAt ??= receipt.createdAt;
    previous = receipt;
    postings.set(receipt.eventId, (postings.get(receipt.eventId) ?? 0) + 1);
  }
  const rest = await findUncovered(database, postings, startedAt);
  broken ??= rest.missing;
  const head = previous && { sequence: previous.sequence, sha256: previous.sha256 };
  return { ok: broken === null, verified: previous?.sequence ?? 0, earlierEvents: rest.earlierEvents, head, broken };
}

function checkLink(receipt: OutcomeReceipt, previous: OutcomeReceipt | null): BrokenOutcome | null {
  const { eventId, sequence } = receipt;
  const expected = (previous?.sequence ?? 0) + 1;
  if (sequence !== expected) {
    const detail = `There is no outcome receipt ${expected}.`;
    return { kind: 'receipt_missing', eventId: null, sequence: expected, detail };
  }
  if (receipt.format !== OUTCOME_RECEIPT_FORMAT) {
    const detail = `The format ${receipt.format} is unknown to this version.`;
    return { kind: 'format_unknown', eventId, sequence, detail };
  }
  if (receipt.sha256 === hashOutcomeLink(receipt) && receipt.previousSha256 === (previous?.sha256 ?? null)) return null;
  const detail = 'The outcome receipt was changed, or does not carry the hash of the one before it.';
  return { kind: 'link_broken', eventId, sequence, detail };
}

async function checkPosting(
  { events, ledger }: OutcomeReads,
  agents: Awaited<ReturnType<OutcomeReads['agents']['list']>>,
  { eventId, number, sequence, contentSha256 }: OutcomeReceipt,
): Promise<BrokenOutcome | null> {
  const event = await events.findById(eventId);
  if (event === null) {
    return { kind: 'event_missing', eventId, sequence, detail: 'The event of the outcome receipt no longer exists.' };
  }
  const entries = await ledger.listByEvent(eventId);
  if (contentSha256 === hashOutcome({ event, number, entries, agents })) return null;
  const what = number === 0 ? 'settlement' : `amendment ${number}`;
  const detail = `The ${what} of ${event.kalshiTicker} on ${event.matchDate} was changed after it was posted.`;
  return { kind: 'content_changed', eventId, sequence, detail };
}

type Uncovered = { readonly earlierEvents: number; readonly missing: BrokenOutcome | null };

/** Looks for settled events without all of their receipts. The chain may have begun after an event was settled. */
async function findUncovered(
  { events }: OutcomeReads,
  postings: ReadonlyMap<string, number>,
  startedAt: Date | null,
): Promise<Uncovered> {
  let earlierEvents = 0;
  let missing: BrokenOutcome | null = null;
  for await (const { id, kalshiTicker, settledAt, amendments } of events.stream()) {
    if (settledAt === null) continue;
    const isEarlier = startedAt === null || settledAt < startedAt;
    const receipts = postings.get(id) ?? 0;
    if (isEarlier && receipts === 0) earlierEvents += 1;
    if (isEarlier || receipts === amendments.length + 1) continue;
    const detail = `An outcome of ${kalshiTicker} was posted without a receipt, or its receipt was deleted.`;
    missing ??= { kind: 'receipt_missing', eventId: id, sequence: null, detail };
  }
  return { earlierEvents, missing };
}
