import type { ArenaEvent, BriefSource, EventSummary, Quote } from '@coliseum/domain/event';
import type { StoredDocument, StoredRow, StoredValueObject } from '../contract/stored-document.ts';
import { fromAmendment, toAmendment } from './outcome-documents.ts';
import { mapOptional, toObjectId } from './values.ts';

export function toEventDocument(event: ArenaEvent): StoredDocument<'ArenaEvent'> {
  return {
    _id: toObjectId(event.id),
    batch_id: toObjectId(event.batchId),
    match_date: event.matchDate,
    match_number: event.matchNumber,
    kalshi_ticker: event.kalshiTicker,
    kalshi_event_ticker: event.kalshiEventTicker,
    title: event.title,
    question: event.question,
    resolution_criteria: event.resolutionCriteria,
    category: event.category,
    kalshi_category: event.kalshiCategory,
    selection_reason: event.selectionReason,
    locked_price: event.lockedPrice,
    locked_price_basis: event.lockedPriceBasis,
    locked_bid: event.lockedBid,
    locked_ask: event.lockedAsk,
    locked_last: event.lockedLast,
    locked_at: event.lockedAt,
    decision_quote: mapOptional(event.decisionQuote, toQuote),
    close_time: event.closeTime,
    expected_resolution_time: event.expectedResolutionTime,
    announced_resolution_time: event.announcedResolutionTime,
    status: event.status,
    outcome: event.outcome,
    settlement_value: event.settlementValue,
    settled_at: event.settledAt,
    void_reason: event.voidReason,
    amendments: event.amendments.map(toAmendment),
    intelligence_brief: event.intelligenceBrief,
    brief_sha256: event.briefSha256,
    brief_status: event.briefStatus,
    sources: event.sources.map(toSource),
    research_completed_at: event.researchCompletedAt,
    created_at: event.createdAt,
  };
}

export function fromEventRow(row: StoredRow<'ArenaEvent'>): ArenaEvent {
  return {
    id: row._id,
    batchId: row.batch_id,
    matchDate: row.match_date,
    matchNumber: row.match_number,
    kalshiTicker: row.kalshi_ticker,
    kalshiEventTicker: row.kalshi_event_ticker,
    title: row.title,
    question: row.question,
    resolutionCriteria: row.resolution_criteria,
    category: row.category,
    kalshiCategory: row.kalshi_category,
    selectionReason: row.selection_reason,
    lockedPrice: row.locked_price,
    lockedPriceBasis: row.locked_price_basis,
    lockedBid: row.locked_bid ?? null,
    lockedAsk: row.locked_ask ?? null,
    lockedLast: row.locked_last ?? null,
    lockedAt: row.locked_at,
    decisionQuote: mapOptional(row.decision_quote, fromQuote),
    closeTime: row.close_time,
    expectedResolutionTime: row.expected_resolution_time,
    announcedResolutionTime: row.announced_resolution_time ?? null,
    status: row.status,
    outcome: row.outcome ?? null,
    settlementValue: row.settlement_value ?? null,
    settledAt: row.settled_at ?? null,
    voidReason: row.void_reason ?? null,
    amendments: row.amendments.map(fromAmendment),
    intelligenceBrief: row.intelligence_brief,
    briefSha256: row.brief_sha256 ?? null,
    briefStatus: row.brief_status,
    sources: row.sources.map(fromSource),
    researchCompletedAt: row.research_completed_at,
    createdAt: row.created_at,
  };
}

/** The fields of an {@link EventSummary}. */
export const EVENT_SUMMARY_FIELDS = [
  '_id',
  'batch_id',
  'match_number',
  'kalshi_ticker',
  'title',
  'question',
  'category',
  'locked_price',
  'close_time',
  'status',
  'outcome',
  'settlement_value',
  'settled_at',
  'amendments',
] as const;

/** An event that was read without its long texts. */
export function fromEventSummaryRow(
  row: Pick<StoredRow<'ArenaEvent'>, (typeof EVENT_SUMMARY_FIELDS)[number]>,
): EventSummary {
  return {
    id: row._id,
    batchId: row.batch_id,
    matchNumber: row.match_number,
    kalshiTicker: row.kalshi_ticker,
    title: row.title,
    question: row.question,
    category: row.category,
    lockedPrice: row.locked_price,
    closeTime: row.close_time,
    status: row.status,
    outcome: row.outcome ?? null,
    settlementValue: row.settlement_value ?? null,
    settledAt: row.settled_at ?? null,
    amendments: row.amendments.map(fromAmendment),
  };
}

function toQuote({ bid, ask, last, at }: Quote): StoredValueObject<'Quote'> {
  return { bid, ask, last, at };
}

function fromQuote(quote: NonNullable<StoredRow<'ArenaEvent'>['decision_quote']>): Quote {
  return { bid: quote.bid ?? null, ask: quote.ask ?? null, last: quote.last ?? null, at: quote.at };
}

function toSource(source: BriefSource): StoredValueObject<'BriefSource'> {
  return {
    number: source.number,
    title: source.title,
    url: source.url,
    published_at: source.publishedAt,
    carries_odds: source.carriesOdds,
  };
}

function fromSource(source: StoredRow<'ArenaEvent'>['sources'][number]): BriefSource {
  return {
    number: source.number,
    title: source.title,
    url: source.url,
    publishedAt: source.published_at ?? null,
    carriesOdds: source.carries_odds,
  };
}
