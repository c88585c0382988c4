import { findChromium, missingChromiumAdvice } from './find-chromium.ts';
import { installDebianPackage } from './install-debian-package.ts';

type ChromiumLookup = { readonly path: string } | { readonly missing: string };

/** Finds Chromium. As root on Debian it installs the missing package without asking. */
export async function ensureChromium(lockPath: string, say: (line: string) => void): Promise<ChromiumLookup> {
  const isThere = (): boolean => findChromium(process.env) !== undefined;
  const failure = await installDebianPackage({ name: 'chromium', lockPath, say, isThere });
  const path = findChromium(process.env);
  if (path !== undefined) return { path };
  say(`test: no Chromium: ${failure ?? 'none was found'}`);
  return { missing: missingChromiumAdvice };
}
