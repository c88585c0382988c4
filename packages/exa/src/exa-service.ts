import { readJson, type HttpResponse } from '@coliseum/http/http-response';
import { toSafeExcerpt } from '@coliseum/http/safe-excerpt';
import type { Refusal, ServiceProfile } from '@coliseum/http/service-profile';
import { z } from 'zod';

/** How the HTTP policy sees Exa. `apiKey` is passed only so that it can be kept out of errors. */
export function createExaService(apiKey: string): ServiceProfile {
  return {
    name: 'Exa',
    codes: { timeout: 'EXA_TIMEOUT', unavailable: 'EXA_UNAVAILABLE', badResponse: 'EXA_BAD_RESPONSE' },
    explainRefusal: (response) => explainExaRefusal(response, [apiKey]),
  };
}

const ErrorBody = z.object({ tag: z.string().nullish(), error: z.string().nullish() });

/** What an answer outside 2xx means, by status and tag. A 429 often has neither tag nor request id. */
function explainExaRefusal(response: HttpResponse, secrets: readonly string[]): Refusal {
  const { status } = response;
  const { tag, error } = ErrorBody.safeParse(readJson(response)).data ?? {};
  const vendor = { vendorCode: toSafeExcerpt(tag, secrets), vendorMessage: toSafeExcerpt(error, secrets) };
  return { ...vendor, ...explainStatus(status, tag ?? '') };
}

function explainStatus(status: number, tag: string): Pick<Refusal, 'code' | 'message' | 'retryable'> {
  if (status === 429) {
    return {
      code: 'EXA_RATE_LIMITED',
      retryable: true,
      message: 'Exa rejected the request because of its rate limit.',
    };
  }
  if (status === 401 || (status === 403 && tag !== 'PROHIBITED_CONTENT')) {
    return {
      code: 'EXA_UNAUTHORIZED',
      retryable: false,
      message: 'Exa rejected the API key. Check EXA_API_KEY.',
    };
  }
  if (status === 402) {
    return {
      code: 'EXA_NO_CREDIT',
      retryable: false,
      message: 'Exa has no credit left. Top up the account or raise the budget of the key.',
    };
  }
  if (status === 501) {
    return {
      code: 'EXA_NO_ANSWER',
      retryable: false,
      message: 'Exa found nothing to answer with. Rephrase the question.',
    };
  }
  if (status >= 500 || status === 408) {
    return { code: 'EXA_UNAVAILABLE', retryable: true, message: `Exa is down (HTTP ${status}).` };
  }
  const message = `Exa rejected the request (HTTP ${status}). Check the query and EXA_BASE_URL.`;
  return { code: 'EXA_BAD_REQUEST', retryable: false, message };
}
