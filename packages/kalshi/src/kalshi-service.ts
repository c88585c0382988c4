import { readJson, type HttpResponse } from '@coliseum/http/http-response';
import { toSafeExcerpt } from '@coliseum/http/safe-excerpt';
import type { Refusal, ServiceProfile } from '@coliseum/http/service-profile';
import { z } from 'zod';

/** How the HTTP policy sees Kalshi. */
export const kalshiService: ServiceProfile = {
  name: 'Kalshi',
  codes: { timeout: 'KALSHI_TIMEOUT', unavailable: 'KALSHI_UNAVAILABLE', badResponse: 'KALSHI_BAD_RESPONSE' },
  explainRefusal: explainKalshiRefusal,
};

const VendorError = z.object({ code: z.string().nullish(), message: z.string().nullish() });
const ErrorBody = z.union([z.object({ error: z.union([z.string(), VendorError]) }), VendorError]);

/** What an answer outside 2xx means. The body may be nested, flat, a bare string, or a page of the CDN. */
export function explainKalshiRefusal(response: HttpResponse): Refusal {
  const vendor = readVendorError(readJson(response));
  const { status } = response;
  if (status === 429) {
    const message = 'Kalshi rejected the request because of its rate limit. Lower the requests per second.';
    return { ...vendor, code: 'KALSHI_RATE_LIMITED', retryable: true, message };
  }
  if (status === 403) {
    const message =
      'Kalshi rejects requests from this machine. Try its other host (KALSHI_BASE_URL) or another network.';
    return { ...vendor, code: 'KALSHI_UNAVAILABLE', retryable: false, hostFault: true, message };
  }
  if (status >= 500 || status === 408) {
    return {
      ...vendor,
      code: 'KALSHI_UNAVAILABLE',
      retryable: true,
      hostFault: true,
      message: `Kalshi is down (HTTP ${status}).`,
    };
  }
  const message = `Kalshi rejected the request (HTTP ${status}). Check KALSHI_BASE_URL; if it is right, update the client.`;
  return { ...vendor, code: 'KALSHI_BAD_REQUEST', retryable: false, message };
}

function readVendorError(body: unknown): Pick<Refusal, 'vendorCode' | 'vendorMessage'> {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return {};
  const vendorError = 'error' in parsed.data ? parsed.data.error : parsed.data;
  if (typeof vendorError === 'string') return { vendorMessage: toSafeExcerpt(vendorError) };
  return { vendorCode: toSafeExcerpt(vendorError.code), vendorMessage: toSafeExcerpt(vendorError.message) };
}
