import { CandidateStatus, FilterReason, type Candidate, type CandidateList } from '@coliseum/domain/candidate-list';
import { LockedPriceBasis } from '@coliseum/domain/event';
import type { StoredDocument, StoredRow, StoredValueObject } from '../contract/stored-document.ts';
import { fromMarketSettlement, toMarketSettlement } from './outcome-documents.ts';
import { fromInt64, mapOptional, toInt64, toObjectId } from './values.ts';

export function toCandidateListDocument(list: CandidateList): StoredDocument<'CandidateList'> {
  return {
    _id: toObjectId(list.id),
    date: list.date,
    listed_at: list.listedAt,
    candidates: list.candidates.map(toCandidate),
    drawn: list.drawn,
  };
}

export function fromCandidateListRow(row: StoredRow<'CandidateList'>): CandidateList {
  return {
    id: row._id,
    date: row.date,
    listedAt: row.listed_at,
    candidates: row.candidates.map(fromCandidate),
    drawn: [...row.drawn],
  };
}

function toCandidate(candidate: Candidate): StoredValueObject<'Candidate'> {
  return {
    ticker: candidate.ticker,
    event_ticker: candidate.eventTicker,
    question: candidate.question,
    category: candidate.category,
    status: candidate.status,
    filter_reason: candidate.filterReason,
    rank: candidate.rank,
    price: candidate.price,
    price_basis: candidate.priceBasis,
    bid: candidate.bid,
    ask: candidate.ask,
    last: candidate.last,
    volume24h_hundredths: mapOptional(candidate.volume24hHundredths, toInt64),
    open_interest_hundredths: mapOptional(candidate.openInterestHundredths, toInt64),
    close_time: candidate.closeTime,
    settlement: mapOptional(candidate.settlement, toMarketSettlement),
  };
}

function fromCandidate(row: StoredRow<'CandidateList'>['candidates'][number]): Candidate {
  return {
    ticker: row.ticker,
    eventTicker: row.event_ticker,
    question: row.question,
    category: row.category,
    status: CandidateStatus.parse(row.status),
    filterReason: mapOptional(row.filter_reason, (reason) => FilterReason.parse(reason)),
    rank: row.rank ?? null,
    price: row.price ?? null,
    priceBasis: mapOptional(row.price_basis, (basis) => LockedPriceBasis.parse(basis)),
    bid: row.bid ?? null,
    ask: row.ask ?? null,
    last: row.last ?? null,
    volume24hHundredths: mapOptional(row.volume24h_hundredths, fromInt64),
    openInterestHundredths: mapOptional(row.open_interest_hundredths, fromInt64),
    closeTime: row.close_time,
    settlement: mapOptional(row.settlement, fromMarketSettlement),
  };
}
