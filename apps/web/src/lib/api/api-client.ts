import 'server-only';
import type { AppRouter } from '@coliseum/api/router';
import { createTRPCClient, httpLink } from '@trpc/client';
import { readApiUrl } from '#web/lib/api/api-url.ts';

/** The longest a page waits for one response. */
const TIMEOUT_MS = 8_000;

/** A typed client of the arena's API, for server components only. */
export function createApiClient() {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${readApiUrl()}/trpc`,
        fetch: (url, options) =>
          fetch(url, { ...toRequestInit(options), cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }),
      }),
    ],
  });
}

/** The request options of tRPC that `fetch` accepts; a query sends no body. */
function toRequestInit(options: { readonly method?: string | undefined } | undefined): RequestInit {
  return options?.method === undefined ? {} : { method: options.method };
}

export type ApiClient = ReturnType<typeof createApiClient>;
