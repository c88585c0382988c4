import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureRejection, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';
import { invalidCommandCases } from './refusal-cases.ts';
import { unsupportedCases } from './unsupported-cases.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  await endpoint.db.collection<{ _id: number }>('c').insertOne({ _id: 1, ...content });
});
afterAll(() => endpoint.close());

const content = { a: 1, list: [1] };

/** What is refused leaves everything as it was. */
async function expectUntouched(): Promise<void> {
  expect(await endpoint.db.collection('c').find().toArray()).toEqual([{ _id: 1, ...content }]);
  expect(await endpoint.db.collection('c').indexes()).toHaveLength(1);
  expect(await endpoint.db.listCollections({ name: 'new' }).toArray()).toEqual([]);
}

test.each(invalidCommandCases)(
  '$manual: $command is refused with $code $codeName',
  async ({ command, code, codeName }) => {
    expect(await captureRejection(endpoint.db.command(command))).toMatchObject({ ok: 0, code, codeName });
    await expectUntouched();
  },
);

test.skipIf(process.env['MONGODB_URL'] !== undefined).each(unsupportedCases)(
  '$manual: $command is not supported, refused with $code $codeName',
  async ({ command, code, codeName }) => {
    expect(await captureRejection(endpoint.db.command(command))).toMatchObject({ ok: 0, code, codeName });
    await expectUntouched();
  },
);
