import { expect, test } from 'vitest';
import { resolveLogfireAddress } from './logfire-address.ts';

test.each([
  ['pylf_v1_us_abc', 'https://logfire-us.pydantic.dev'],
  ['pylf_v1_eu_abc', 'https://logfire-eu.pydantic.dev'],
  ['pylf_v2_eu_abc', 'https://logfire-eu.pydantic.dev'],
  ['0123456789abcdef', 'https://logfire-us.pydantic.dev'],
])('the token %s belongs to %s', (token, address) => {
  expect(resolveLogfireAddress(token)).toBe(address);
});
