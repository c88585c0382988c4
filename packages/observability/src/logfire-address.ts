const TOKEN_REGION = /^pylf_v\d+_([a-z]+)_/;

/** Where Logfire takes OTLP: its tokens name their region (`pylf_v1_eu_…`); those from before regions are American. */
export function resolveLogfireAddress(token: string): string {
  return `https://logfire-${TOKEN_REGION.exec(token)?.[1] ?? 'us'}.pydantic.dev`;
}
