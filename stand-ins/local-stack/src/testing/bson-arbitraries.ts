import { Decimal128, Double, Int32, Long, ObjectId } from 'bson';
import fc from 'fast-check';

/** Numbers of every BSON type, close to each other and to the limits, to try comparisons across types. */
export const bsonNumber: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: -0x80000000, max: 0x7fffffff }).map((value) => new Int32(value)),
  fc.integer({ min: -3, max: 3 }).map((value) => new Int32(value)),
  fc.double().map((value) => new Double(value)),
  fc.integer({ min: -6, max: 6 }).map((value) => new Double(value / 2)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.bigInt({ min: 2n ** 53n - 2n, max: 2n ** 53n + 4n }).map((value) => Long.fromBigInt(value)),
  fc.constantFrom(2 ** 53, 2 ** 53 + 2, 2 ** 63, -0, Number.MAX_VALUE).map((value) => new Double(value)),
  fc
    .constantFrom(
      '0',
      '-0',
      '0.1',
      '0.10',
      '9007199254740993',
      '1E400',
      '-1E400',
      'Infinity',
      '-Infinity',
      'NaN',
      '1E-7',
    )
    .map((text) => Decimal128.fromString(text)),
);

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  bsonNumber,
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('', 'a', 'a\0', 'b', '\u{ffff}', '\u{1f600}'),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
);

/** Any BSON value that a document of ours may hold, nested a little. */
export const bsonValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;
