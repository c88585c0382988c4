import type { Db } from 'mongodb';

/** Fields that joined the contract as required ones, with what documents that are older than the field get. */
const ADDED_FIELDS: Readonly<Record<string, Readonly<Record<string, readonly never[]>>>> = {
  events: { amendments: [] },
};

/**
 * Gives the documents of a collection the required fields that they were written without; one line for each field that was
 * missing somewhere. Runs before the new validator is set, so that a migration that was stopped in between starts here again.
 */
export async function fillAddedFields(db: Db, collection: string): Promise<string[]> {
  const applied: string[] = [];
  for (const [field, value] of Object.entries(ADDED_FIELDS[collection] ?? {})) {
    const { modifiedCount } = await db.collection(collection).updateMany(
      { [field]: { $exists: false } },
      { $set: { [field]: value } },
      // The validator that is still set does not know the field.
      { bypassDocumentValidation: true },
    );
    if (modifiedCount > 0) applied.push(`fill ${field} of ${modifiedCount} documents of ${collection}`);
  }
  return applied;
}
