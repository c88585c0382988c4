/** The server that the tests run against when the developer names one; their own local stack otherwise. */
export function getTestServerUrl(): string | undefined {
  return process.env['MONGODB_URL'];
}
