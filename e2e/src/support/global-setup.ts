import { startArena } from './start-arena.ts';

/** One arena for all tests, or the one that `COLISEUM_E2E_URL` names. Returns what ends it. */
// oxlint-disable-next-line import/no-default-export -- Playwright asks for one
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env['COLISEUM_E2E_URL']) return async () => {};
  const arena = await startArena();
  process.env['COLISEUM_E2E_URL'] = arena.webUrl;
  return arena.stop;
}
