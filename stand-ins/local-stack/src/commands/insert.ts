import { serializeDocument } from '../sessions/write-access.ts';
import type { Document } from '../values/bson-type.ts';
import { checkBooleans, readCollectionName, readDocumentsArgument } from './arguments.ts';
import type { CommandDefinition } from './command.ts';
import { checkBatch } from './write-batch.ts';
import { checkValidator, findOrCreateCollection, runStatements, ensureId } from './write-rules.ts';

export const insertCommand: CommandDefinition = {
  kind: 'write',
  inTransaction: true,
  required: ['documents'],
  fields: ['insert', 'documents', 'ordered', 'bypassDocumentValidation'],
  run: (context) => {
    checkBooleans(context.command, ['ordered', 'bypassDocumentValidation']);
    const name = readCollectionName(context.command);
    const documents = readDocumentsArgument(context.command, 'documents');
    checkBatch('documents', documents);
    const collection = findOrCreateCollection(context, name);
    let inserted = 0;
    const errors = runStatements(context, documents, (document: Document) => {
      const after = ensureId(document);
      checkValidator(context, collection, after, undefined);
      context.access.put({
        collection,
        rid: context.store.allocateRid(collection),
        before: undefined,
        after,
        body: serializeDocument(after),
      });
      inserted += 1;
    });
    return { n: inserted, ...(errors.length > 0 ? { writeErrors: errors } : {}), ok: 1 };
  },
};
