import 'server-only';
import { failure, success, type Result } from '@coliseum/domain/result';
import { TRPCClientError } from '@trpc/client';
import { createApiClient, type ApiClient } from '#web/lib/api/api-client.ts';

/** Why a call failed: nothing exists at that address, or the API is down. */
export type ApiFailure = 'not-found' | 'unavailable';

/** A response of the API. Failures are values, so that pages can show them without JavaScript. */
export type ApiResult<T> = Result<T, ApiFailure>;

/** Makes one call to the API. */
export async function askApi<T>(call: (client: ApiClient) => Promise<T>): Promise<ApiResult<T>> {
  try {
    return success(await call(createApiClient()));
  } catch (error) {
    if (isBadAddress(error)) return failure('not-found');
    // oxlint-disable-next-line eslint/no-console -- operators look in the server's log
    console.error(`API unavailable: ${error instanceof Error ? error.message : 'unknown error'}`);
    return failure('unavailable');
  }
}

/** A malformed id is treated like an unknown one: an address that does not exist. */
function isBadAddress(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('code' in data)) return false;
  return data.code === 'NOT_FOUND' || data.code === 'BAD_REQUEST';
}
