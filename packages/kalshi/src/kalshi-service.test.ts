import { expect, test } from 'vitest';
import { explainKalshiRefusal } from './kalshi-service.ts';

function explain(status: number, body: unknown): ReturnType<typeof explainKalshiRefusal> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return explainKalshiRefusal({ status, headers: new Headers(), text });
}

test.each([
  ['nested', { error: { code: 'invalid_parameters', message: 'invalid parameters' } }],
  ['flat', { code: 'invalid_parameters', message: 'invalid parameters', details: 'status' }],
])('understands the %s shape of a 400', (_, body) => {
  expect(explain(400, body)).toMatchObject({
    code: 'KALSHI_BAD_REQUEST',
    retryable: false,
    vendorCode: 'invalid_parameters',
    vendorMessage: 'invalid parameters',
  });
});

test('understands a 429 whose error is a bare string', () => {
  expect(explain(429, { error: 'too many requests' })).toMatchObject({
    code: 'KALSHI_RATE_LIMITED',
    retryable: true,
    vendorMessage: 'too many requests',
  });
});

test.each([500, 502, 503, 504])('a page of the CDN with %d is a temporary outage, perhaps of one host', (status) => {
  const refusal = explain(status, '<html><body>Service Unavailable</body></html>');
  expect(refusal).toMatchObject({ code: 'KALSHI_UNAVAILABLE', retryable: true, hostFault: true });
  expect(JSON.stringify(refusal)).not.toContain('html');
});

test('a 403 is worth another host, not another try', () => {
  expect(explain(403, '<html></html>')).toMatchObject({
    code: 'KALSHI_UNAVAILABLE',
    retryable: false,
    hostFault: true,
  });
});

test.each(['null', '[]', '{"error":7}', '', '{"error":{"code":1}}'])(
  'the body %j is explained without throwing',
  (body) => {
    expect(explain(404, body)).toMatchObject({ code: 'KALSHI_BAD_REQUEST', retryable: false });
  },
);
