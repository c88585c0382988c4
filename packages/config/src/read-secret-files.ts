import { readFileSync } from 'node:fs';

/** An environment, and a line for each file that could not be read. */
type WithFiles = { readonly env: Record<string, string>; readonly mistakes: readonly string[] };

/**
 * Docker's convention for secrets: NAME_FILE names a file that holds the value of NAME. Where NAME is set too, it goes
 * first and the file is not read. Only the given names are looked at.
 */
export function readSecretFiles(env: Readonly<Record<string, string>>, names: readonly string[]): WithFiles {
  const values: Record<string, string> = {};
  const mistakes: string[] = [];
  for (const name of names) {
    const path = env[`${name}_FILE`];
    if (path === undefined || env[name] !== undefined) continue;
    try {
      values[name] = readFileSync(path, 'utf8').trim();
    } catch (error) {
      mistakes.push(`${name}_FILE names ${path}, which cannot be read (${describeReason(error)})`);
    }
  }
  return { env: { ...env, ...values }, mistakes };
}

function describeReason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
