import type { Double, ObjectId } from 'mongodb';
import type { Contract, FieldInputTypes, FieldOutputTypes } from './generated/contract.d.ts';

type Domain = Contract['domain']['namespaces']['__unbound__'];
type Models = Domain['models'];
type ValueObjects = Domain['valueObjects'];

/** The name of a model of the contract. */
export type ModelName = keyof Models;

/** A model as Prisma's client reads it: ids as hex text, 64-bit integers as `bigint`. */
export type StoredRow<Name extends ModelName> = FieldOutputTypes['__unbound__'][Name];

/**
 * A model as the driver writes it, every field of the contract with a value that the driver turns into its BSON type:
 * ids are `ObjectId`, 64-bit integers `bigint`, floating-point numbers `Double` (a whole number would become an int).
 */
export type StoredDocument<Name extends ModelName> = {
  [Field in keyof Models[Name]['fields']]: StoredField<
    Models[Name]['fields'][Field],
    Field extends keyof FieldInputTypes['__unbound__'][Name] ? FieldInputTypes['__unbound__'][Name][Field] : never
  >;
};

type StoredField<Field, Input> = Field extends { readonly nullable: true }
  ? StoredValue<Field, Input> | null
  : StoredValue<Field, Input>;

type StoredValue<Field, Input> = Field extends { readonly many: true }
  ? StoredItem<Field, Input>[]
  : StoredItem<Field, Input>;

type StoredItem<Field, Input> = Field extends {
  readonly type: { readonly kind: 'valueObject'; readonly name: infer Name };
}
  ? Name extends keyof ValueObjects
    ? StoredValueObject<Name>
    : never
  : Field extends { readonly type: { readonly codecId: 'mongo/objectId@1' } }
    ? ObjectId
    : Field extends { readonly type: { readonly codecId: 'mongo/double@1' } }
      ? Double
      : ListItem<NonNullable<Input>>;

type ListItem<Input> = Input extends readonly (infer Item)[] ? Item : Input;

/** {@link StoredDocument} of an embedded type. */
export type StoredValueObject<Name extends keyof ValueObjects> = {
  [Field in keyof ValueObjects[Name]['fields']]: StoredField<
    ValueObjects[Name]['fields'][Field],
    EmbeddedInput<ValueObjects[Name]['fields'][Field]>
  >;
};

type EmbeddedInput<Field> = Field extends { readonly type: { readonly codecId: infer Codec } }
  ? Codec extends keyof EmbeddedInputs
    ? EmbeddedInputs[Codec]
    : never
  : never;

type EmbeddedInputs = {
  'mongo/string@1': string;
  'mongo/int32@1': number;
  'mongo/int64@1': bigint;
  'mongo/bool@1': boolean;
  'mongo/date@1': Date;
  'mongo/json@1': Record<string, number>;
};
