import { readJson } from '@coliseum/http/http-response';
import type { ServiceProfile } from '@coliseum/http/service-profile';
import { z } from 'zod';
import { explainFailure } from './explain-failure.ts';
import { WireError } from './wire.ts';

const ErrorBody = z.object({ error: WireError });

/** How the HTTP policy sees OpenRouter, for the endpoints that are not chat. */
export const openRouterService: ServiceProfile = {
  name: 'OpenRouter',
  codes: {
    timeout: 'OPENROUTER_TIMEOUT',
    unavailable: 'OPENROUTER_UNAVAILABLE',
    badResponse: 'OPENROUTER_BAD_RESPONSE',
  },
  explainRefusal: (response) =>
    explainFailure(response.status, ErrorBody.safeParse(readJson(response)).data?.error ?? null, []),
};
