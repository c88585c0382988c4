/** Next calls this once, before the site answers its first request. */
export async function register(): Promise<void> {
  // oxlint-disable-next-line node/no-process-env -- set by Next and inlined at build time
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { BODY_ARRIVES_WITHIN_MS, closeLateBodies } = await import('./lib/security/close-late-bodies.ts');
  closeLateBodies(BODY_ARRIVES_WITHIN_MS);
}
