const TOKEN_REGION = /^pylf_v\d+_([a-z]+)_/;

/**
 * Returns the Logfire URL for a token. Tokens name their region (`pylf_v1_eu_…`); older ones without a region are US.
 */
export function resolveLogfireAddress(token: string): string {
  return `https://logfire-${TOKEN_REGION.exec(token)?.[1] ?? 'us'}.pydantic.dev`;
}
