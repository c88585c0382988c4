import { expect, test } from 'vitest';
import { buildContentSecurityPolicy } from './content-security-policy.ts';

test('the production policy allows neither inline styles nor evaluated code', () => {
  const policy = buildContentSecurityPolicy({ nonce: 'abc', isDevelopment: false });

  expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).not.toContain('unsafe');
});

test('the policy lets nothing load from another origin', () => {
  const policy = buildContentSecurityPolicy({ nonce: 'abc', isDevelopment: false });

  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|\*|data:|blob:/);
});
