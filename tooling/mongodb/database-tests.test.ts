import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDatabaseTests } from './database-tests.ts';

test('the tests of the database, of the local stack, of the worker and the season with kills are among them', () => {
  const found = findDatabaseTests(join(import.meta.dirname, '../..'));
  expect(found).toEqual(
    expect.arrayContaining([
      'apps/worker/src/resilience/consecutive-kills.integration.test.ts',
      'apps/worker/src/settlement/settle-event.integration.test.ts',
      'packages/db/src/session/transactions.integration.test.ts',
      'stand-ins/local-stack/src/conformance/transactions.integration.test.ts',
    ]),
  );
});
