import { expect, test } from 'vitest';
import { checkId } from './id-rules.ts';

// The Node driver never sends this BSON type, so it is tested here.
test('an id of the type undefined is refused, not replaced by a new one', () => {
  expect(() => checkId(undefined)).toThrow("The '_id' value cannot be of type undefined");
});
