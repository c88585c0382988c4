import { findChromium, missingChromiumAdvice } from '@coliseum/tooling/find-chromium';
import { startArena } from './start-arena.ts';

/** Starts one arena for all tests unless `COLISEUM_E2E_URL` names a running one, and `COLISEUM_E2E_API_URL` its API. Returns the function that stops it. */
// oxlint-disable-next-line import/no-default-export -- required by Playwright
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (findChromium(process.env) === undefined) throw new Error(missingChromiumAdvice);
  if (process.env['COLISEUM_E2E_URL']) return async () => {};
  const arena = await startArena();
  process.env['COLISEUM_E2E_URL'] = arena.webUrl;
  process.env['COLISEUM_E2E_API_URL'] = arena.apiUrl;
  return arena.stop;
}
