import { compileProjection } from '../pipeline/projection.ts';
import type { Document } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import { applyUpdate } from './apply-update.ts';
import {
  readBooleanArgument,
  checkBooleans,
  checkCollation,
  checkHint,
  readCollectionName,
  readDocumentArgument,
} from './arguments.ts';
import type { CommandContext, CommandDefinition } from './command.ts';
import { runQuery } from './run-query.ts';
import { refuseArrayFilters } from './update.ts';
import { findOrCreateCollection, findCollectionForWriting } from './write-rules.ts';

export const findAndModifyCommand: CommandDefinition = {
  kind: 'write',
  inTransaction: true,
  fields: [
    'findAndModify',
    'findandmodify',
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'bypassDocumentValidation',
    'arrayFilters',
    'hint',
    'collation',
    'let',
  ],
  run: (context) => {
    const { command } = context;
    checkBooleans(command, ['bypassDocumentValidation']);
    checkCollation(command);
    refuseArrayFilters(command);
    const name = readCollectionName(command);
    const remove = readBooleanArgument(command, 'remove', false);
    if (remove && command['update'] !== undefined) {
      throw new CommandError('FailedToParse', 'Cannot specify both an update and remove=true');
    }
    if (remove && (readBooleanArgument(command, 'new', false) || readBooleanArgument(command, 'upsert', false))) {
      throw new CommandError(
        'FailedToParse',
        "Cannot specify both new=true or upsert=true and remove=true; 'remove' always returns the deleted document",
      );
    }
    if (!remove && command['update'] === undefined) {
      throw new CommandError('FailedToParse', 'Either an update or remove=true must be specified');
    }
    return remove ? removeOne(context, name) : updateOne(context, name);
  },
};

function removeOne(context: CommandContext, name: string): Document {
  const collection = context.find(name);
  checkHint(context.command, collection);
  if (collection === undefined) return { lastErrorObject: { n: 0 }, value: null, ok: 1 };
  context.use(collection);
  for (const { rid, document } of runQuery(context.access.view(), collection, buildQuery(context))) {
    context.access.put({ collection, rid, before: document, after: undefined, body: undefined });
    return { lastErrorObject: { n: 1 }, value: project(context, document), ok: 1 };
  }
  return { lastErrorObject: { n: 0 }, value: null, ok: 1 };
}

function updateOne(context: CommandContext, name: string): Document {
  const { command } = context;
  const upsert = readBooleanArgument(command, 'upsert', false);
  const collection = upsert ? findOrCreateCollection(context, name) : findCollectionForWriting(context, name);
  checkHint(command, collection);
  const outcome = applyUpdate(context, collection, {
    ...buildQuery(context),
    update: command['update'],
    multi: false,
    upsert,
  });
  const returned = readBooleanArgument(command, 'new', false) ? outcome.after : outcome.before;
  const upserted = outcome.upsertedId === undefined ? {} : { upserted: outcome.upsertedId };
  return {
    lastErrorObject: {
      n: outcome.matched + (outcome.upsertedId === undefined ? 0 : 1),
      updatedExisting: outcome.matched > 0,
      ...upserted,
    },
    value: returned === undefined ? null : project(context, returned),
    ok: 1,
  };
}

function buildQuery({ command, scope }: CommandContext): {
  filter: Document;
  sort: Document;
  scope: CommandContext['scope'];
} {
  return { filter: readDocumentArgument(command, 'query'), sort: readDocumentArgument(command, 'sort'), scope };
}

function project({ command, scope }: CommandContext, document: Document): Document {
  const fields = readDocumentArgument(command, 'fields');
  return Object.keys(fields).length === 0 ? document : compileProjection(fields, scope)(document);
}
