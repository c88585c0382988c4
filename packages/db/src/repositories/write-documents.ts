import { AppError } from '@coliseum/domain/errors/app-error';
import type { Db, Document, ObjectId } from 'mongodb';
import type { ModelName, StoredDocument } from '../contract/stored-document.ts';

/** An update of the document with the id. */
export type DocumentChange = { readonly _id: ObjectId; readonly update: Document };

/** Inserts the documents in one command; nothing for an empty list. Throws `DATABASE_CONFLICT` on a duplicate key. */
export async function insertDocuments<Name extends ModelName>(
  db: Db,
  collection: string,
  documents: readonly StoredDocument<Name>[],
): Promise<void> {
  if (documents.length > 0) await db.collection(collection).insertMany([...documents]);
}

/** Replaces every field of the documents with the same ids, in one command. Throws `NOT_FOUND` when one is missing. */
export async function updateDocuments<Name extends ModelName>(
  db: Db,
  collection: string,
  documents: readonly StoredDocument<Name>[],
): Promise<void> {
  const changes = documents.map(({ _id, ...fields }) => ({ _id, update: { $set: fields } }));
  await changeDocuments(db, collection, changes);
}

/** Applies the changes in one command. Throws `NOT_FOUND` when a document is missing. */
export async function changeDocuments(db: Db, collection: string, changes: readonly DocumentChange[]): Promise<void> {
  if (changes.length === 0) return;
  const operations = changes.map(({ _id, update }) => ({ updateOne: { filter: { _id }, update } }));
  const { matchedCount } = await db.collection(collection).bulkWrite(operations);
  if (matchedCount === changes.length) return;
  throw new AppError({
    code: 'NOT_FOUND',
    message: `${changes.length - matchedCount} of ${changes.length} documents to update do not exist in ${collection}.`,
    details: { collection, missing: changes.length - matchedCount },
  });
}
