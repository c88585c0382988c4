import { expect, test } from 'vitest';
import { toCanonicalJson } from './canonical-json.ts';

test('the example of RFC 8785 has the form printed in the standard', () => {
  const value = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(toCanonicalJson(value)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test('a lone surrogate becomes U+FFFD, as it does in the database', () => {
  expect(toCanonicalJson({ 'key\ud800': ['\udc00 end'] })).toBe('{"key\ufffd":["\ufffd end"]}');
});
