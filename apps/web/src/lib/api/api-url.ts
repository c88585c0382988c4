/** The address of the API, without a slash at its end. Read on every request, so that one build serves every environment. */
export function readApiUrl(): string {
  // oxlint-disable-next-line node/no-process-env -- the one variable this app reads, at its edge
  return (process.env.API_URL ?? 'http://127.0.0.1:4000').replace(/\/+$/, '');
}
