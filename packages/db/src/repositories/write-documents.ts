import { AppError } from '@coliseum/domain/errors/app-error';
import type { Db } from 'mongodb';
import type { ModelName, StoredDocument } from '../contract/stored-document.ts';

/** Inserts the documents in one command; nothing for an empty list. Throws `DATABASE_CONFLICT` on a duplicate key. */
export async function insertDocuments<Name extends ModelName>(
  db: Db,
  collection: string,
  documents: readonly StoredDocument<Name>[],
): Promise<void> {
  if (documents.length > 0) await db.collection(collection).insertMany([...documents]);
}

/** Writes every field of the documents over those with the same id, in one command. Throws `NOT_FOUND` when one is missing. */
export async function updateDocuments<Name extends ModelName>(
  db: Db,
  collection: string,
  documents: readonly StoredDocument<Name>[],
): Promise<void> {
  if (documents.length === 0) return;
  const operations = documents.map((document) => {
    const { _id, ...fields } = document;
    return { updateOne: { filter: { _id }, update: { $set: fields } } };
  });
  const { matchedCount } = await db.collection(collection).bulkWrite(operations);
  if (matchedCount === documents.length) return;
  throw new AppError({
    code: 'NOT_FOUND',
    message: `${documents.length - matchedCount} of ${documents.length} documents to update are not in ${collection}.`,
    details: { collection, missing: documents.length - matchedCount },
  });
}
