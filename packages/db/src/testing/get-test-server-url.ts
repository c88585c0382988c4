/** The server that a developer names for the tests; without one they start a local stack. */
export function getTestServerUrl(): string | undefined {
  return process.env['MONGODB_URL'];
}
