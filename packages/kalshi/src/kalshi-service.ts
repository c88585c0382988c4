import { readJson, type HttpResponse } from '@coliseum/http/http-response';
import { safeExcerpt } from '@coliseum/http/safe-excerpt';
import type { Refusal, ServiceProfile } from '@coliseum/http/service-profile';
import { z } from 'zod';

/** Kalshi in the eyes of the HTTP policy. */
export const kalshiService: ServiceProfile = {
  name: 'Kalshi',
  codes: { timeout: 'KALSHI_TIMEOUT', unavailable: 'KALSHI_UNAVAILABLE', badResponse: 'KALSHI_BAD_RESPONSE' },
  explainRefusal: explainKalshiRefusal,
};

const Said = z.object({ code: z.string().nullish(), message: z.string().nullish() });
const ErrorBody = z.union([z.object({ error: z.union([z.string(), Said]) }), Said]);

/** What an answer outside 2xx means. The body may be nested, flat, a bare string, or a page of the CDN. */
export function explainKalshiRefusal(response: HttpResponse): Refusal {
  const vendor = readVendorWords(readJson(response));
  const { status } = response;
  if (status === 429) {
    const message = 'Kalshi asks for fewer requests. Lower the requests per second.';
    return { ...vendor, code: 'KALSHI_RATE_LIMITED', retryable: true, message };
  }
  if (status === 403) {
    const message =
      'Kalshi refuses requests from this machine. Try its other host (KALSHI_BASE_URL) or another network.';
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
  const message = `Kalshi refused the request (HTTP ${status}). Check KALSHI_BASE_URL; otherwise the client has to be adapted.`;
  return { ...vendor, code: 'KALSHI_BAD_REQUEST', retryable: false, message };
}

function readVendorWords(body: unknown): Pick<Refusal, 'vendorCode' | 'vendorMessage'> {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return {};
  const said = 'error' in parsed.data ? parsed.data.error : parsed.data;
  if (typeof said === 'string') return { vendorMessage: safeExcerpt(said) };
  return { vendorCode: safeExcerpt(said.code), vendorMessage: safeExcerpt(said.message) };
}
