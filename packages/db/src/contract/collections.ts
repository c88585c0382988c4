import type { IndexDescription } from 'mongodb';
import contractJson from './generated/contract.json' with { type: 'json' };

/** A collection of the contract, as MongoDB's commands take it. */
export type CollectionContract = {
  readonly name: string;
  readonly validation: {
    readonly validator: { readonly $jsonSchema: object };
    readonly validationLevel: string;
    readonly validationAction: string;
  };
  readonly indexes: readonly IndexDescription[];
};

/** A collection as Prisma emits it; one without an index has no list of them. */
type EmittedCollection = {
  readonly validator: {
    readonly jsonSchema: object;
    readonly validationLevel: string;
    readonly validationAction: string;
  };
  readonly indexes?: readonly {
    readonly keys: readonly { readonly field: string; readonly direction: number }[];
    readonly unique?: boolean;
  }[];
};

const emitted: Readonly<Record<string, EmittedCollection>> =
  contractJson.storage.namespaces.__unbound__.entries.collection;

/** Every collection of the contract. */
export const COLLECTIONS: readonly CollectionContract[] = Object.entries(emitted).map(
  ([name, { validator, indexes = [] }]) => ({
    name,
    validation: {
      validator: { $jsonSchema: validator.jsonSchema },
      validationLevel: validator.validationLevel,
      validationAction: validator.validationAction,
    },
    indexes: indexes.map((index) => ({
      key: new Map(index.keys.map(({ field, direction }) => [field, direction])),
      ...(index.unique === true ? { unique: true } : {}),
    })),
  }),
);
