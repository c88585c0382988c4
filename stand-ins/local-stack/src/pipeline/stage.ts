import type { Scope } from '../query/evaluate.ts';
import type { Document } from '../values/bson-type.ts';

export type Stage = (documents: Iterable<Document>) => Iterable<Document>;

/** Reads another collection for a stage, already filtered, so that indexes are used. */
export type CollectionReader = (collection: string, filter: Document, scope: Scope) => Iterable<Document>;

export type PipelineContext = { readonly scope: Scope; readonly read: CollectionReader };

export type CompilePipeline = (stages: readonly unknown[], context: PipelineContext) => Stage;
