import fc from 'fast-check';

/** Values that a parameter should never be given: wrong types, numbers beyond every range, operators, broken encodings. */
const ODD_TEXTS = [
  '',
  ' ',
  '0',
  '-1',
  '1.5',
  '1e309',
  '-9007199254740993',
  '99999999999999999999999999',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '{"$gt":""}',
  '{"$where":"sleep(1000)"}',
  '$ne',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '\u0000',
  'a\u0000b',
  '\r\nx-injected: 1',
  '\ud800',
  '🎲',
  'İ',
  '(a+)+$',
  '%',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31.999999',
  'a'.repeat(300),
  'a'.repeat(2_000),
] as const;

/** A text for any parameter, mostly a wrong one. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...ODD_TEXTS), weight: 6 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 2 },
  { arbitrary: fc.bigInt().map(String), weight: 1 },
  { arbitrary: fc.double().map(String), weight: 1 },
);

/** A JSON value for any field, mostly a wrong one. */
export const oddJson: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: oddText, weight: 3 },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 2 },
  { arbitrary: fc.constantFrom({ $gt: '' }, { $where: '1' }, [{}], Array(50).fill(0), -1, 2 ** 60, 1e308), weight: 2 },
);
