import type { CandidateList } from '@coliseum/domain/candidate-list';
import type { MatchDate } from '@coliseum/domain/match-date';
import { fromCandidateListRow, toCandidateListDocument } from '../documents/candidate-list-document.ts';
import { toMarketSettlement } from '../documents/outcome-documents.ts';
import { mapOptional, toObjectId } from '../documents/values.ts';
import type { Store } from '../store.ts';
import { streamRows } from './map-rows.ts';
import { changeDocuments } from './write-documents.ts';

export type CandidateListRepository = {
  /** Replaces the list of its date, which keeps its id, or inserts a new one. */
  save(list: CandidateList): Promise<void>;
  /** Writes the settlements of the list's candidates, in their places, and nothing else. Throws `NOT_FOUND`. */
  saveSettlements(list: CandidateList): Promise<void>;
  findByDate(date: MatchDate): Promise<CandidateList | null>;
  /** Every list, oldest id first. */
  stream(): AsyncIterable<CandidateList>;
};

const COLLECTION = 'candidate_lists';

export function createCandidateListRepository({ read, write }: Store): CandidateListRepository {
  const lists = read.candidate_lists;
  return {
    save: async (list) => {
      const { _id, date, ...fields } = toCandidateListDocument(list);
      await write.collection(COLLECTION).updateOne({ date }, { $set: fields, $setOnInsert: { _id } }, { upsert: true });
    },
    saveSettlements: ({ id, candidates }) => {
      const settled = candidates.flatMap(({ settlement }, place) =>
        settlement === null ? [] : [[`candidates.${place}.settlement`, toMarketSettlement(settlement)] as const],
      );
      return changeDocuments(write, COLLECTION, [
        { _id: toObjectId(id), update: { $set: Object.fromEntries(settled) } },
      ]);
    },
    findByDate: async (date) => mapOptional(await lists.where({ date }).first(), fromCandidateListRow),
    stream: () => streamRows(lists.orderBy({ _id: 1 }).all(), fromCandidateListRow),
  };
}
