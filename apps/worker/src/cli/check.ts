import { isAppError } from '@coliseum/domain/errors/app-error';

export type Check = { readonly name: string; readonly ok: boolean; readonly detail: string };

/** Runs one check and turns an operational fault into a failed result, so that the other checks still run. */
export async function runCheck(name: string, check: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, detail: await check() };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { name, ok: false, detail: `${error.code}: ${error.message}` };
  }
}
