import type { Scope } from '../query/evaluate.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import { compileDocumentStage } from './document-stages.ts';

const allowed = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

/** Compiles the stages of an update pipeline into one change of one document. */
export function compileUpdatePipeline(stages: readonly unknown[], scope: Scope): (document: Document) => Document {
  const changes = stages.map((stage) => {
    if (!isDocument(stage) || Object.keys(stage).length !== 1) {
      throw new CommandError('Location40323', 'A pipeline stage specification object must contain exactly one field.');
    }
    const [[name, operand] = ['', undefined]] = Object.entries(stage);
    const change = allowed.has(name) ? compileDocumentStage(name, operand, scope) : undefined;
    if (change === undefined) {
      throw new CommandError('InvalidOptions', `${name} is not allowed to be used within an update`);
    }
    return change;
  });
  return (document) => changes.reduce((current, change) => change(current), document);
}
