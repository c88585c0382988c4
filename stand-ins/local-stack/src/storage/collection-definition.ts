import type { Binary } from 'bson';
import type { Matcher } from '../query/filter.ts';
import type { SchemaValidator } from '../query/json-schema.ts';
import type { Document } from '../values/bson-type.ts';

export type IndexField = {
  readonly path: string;
  readonly components: readonly string[];
  readonly descending: boolean;
};

export type IndexDefinition = {
  readonly id: number;
  readonly name: string;
  readonly specification: Document;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partialFilter: Matcher | undefined;
  /** Some document has an array on a path of the index, so its entries are elements. */
  multikey: boolean;
  /** The write sequence at which the index was created. Older snapshots do not have it. */
  readonly sequence: number;
};

export type Validator = {
  readonly matches: Matcher;
  readonly explain: SchemaValidator | undefined;
  readonly level: 'strict' | 'moderate' | 'off';
  readonly action: 'error' | 'warn';
};

export type CollectionDefinition = {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly uuid: Binary;
  readonly options: Document;
  readonly validator: Validator | undefined;
  readonly indexes: readonly IndexDefinition[];
  readonly sequence: number;
};
