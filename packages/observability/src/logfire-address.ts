const REGION_OF_TOKEN = /^pylf_v\d+_([a-z]+)_/;

/** Where Logfire takes OTLP: its tokens name their region (`pylf_v1_eu_…`); those from before regions are American. */
export function logfireAddress(token: string): string {
  return `https://logfire-${REGION_OF_TOKEN.exec(token)?.[1] ?? 'us'}.pydantic.dev`;
}
