import type { Db } from 'mongodb';

/** Required fields that were added to the contract later, each with the value that older documents get. */
const ADDED_FIELDS: Readonly<Record<string, Readonly<Record<string, readonly never[]>>>> = {
  events: { amendments: [] },
};

/**
 * Adds the required fields that documents of a collection were written without; returns one line for each field that was
 * missing somewhere. Runs before the new validator is set, so that an interrupted migration resumes here.
 */
export async function fillAddedFields(db: Db, collection: string): Promise<string[]> {
  const applied: string[] = [];
  for (const [field, value] of Object.entries(ADDED_FIELDS[collection] ?? {})) {
    const { modifiedCount } = await db.collection(collection).updateMany(
      { [field]: { $exists: false } },
      { $set: { [field]: value } },
      // The old validator, which is still set, does not know the field.
      { bypassDocumentValidation: true },
    );
    if (modifiedCount > 0) applied.push(`fill ${field} of ${modifiedCount} documents of ${collection}`);
  }
  return applied;
}
