import { expect, test } from 'vitest';
import { checkId } from './id-rules.ts';

// No driver sends it: BSON has it as a type of its own.
test('an id of the type undefined is refused, not replaced by a new one', () => {
  expect(() => checkId(undefined)).toThrow("The '_id' value cannot be of type undefined");
});
