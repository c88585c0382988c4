/** Where the API is. Read when a page is asked for, so that one build serves every environment. */
export function readApiUrl(): string {
  // oxlint-disable-next-line node/no-process-env -- the one variable this app reads, at its edge
  return process.env.API_URL ?? 'http://127.0.0.1:4000';
}
