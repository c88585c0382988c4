import 'server-only';
import { failure, success, type Result } from '@coliseum/domain/result';
import { TRPCClientError } from '@trpc/client';
import { createApiClient, type ApiClient } from '#web/lib/api/api-client.ts';

/** Why there is no answer: nothing has that address, or the API does not answer. */
export type ApiFailure = 'not-found' | 'unavailable';

/** An answer of the API. Failures are values, so that a page without JavaScript still shows what is wrong. */
export type ApiResult<T> = Result<T, ApiFailure>;

/** Asks the API one question. */
export async function askApi<T>(question: (client: ApiClient) => Promise<T>): Promise<ApiResult<T>> {
  try {
    return success(await question(createApiClient()));
  } catch (error) {
    if (isBadAddress(error)) return failure('not-found');
    // oxlint-disable-next-line eslint/no-console -- the server's own log is where an operator looks
    console.error(`The API gave no answer: ${error instanceof Error ? error.message : 'unknown error'}`);
    return failure('unavailable');
  }
}

/** A malformed id is an address that does not exist, just as an unknown one. */
function isBadAddress(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('code' in data)) return false;
  return data.code === 'NOT_FOUND' || data.code === 'BAD_REQUEST';
}
