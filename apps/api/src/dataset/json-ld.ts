import type { PublishedVersion } from './list-versions.ts';

/** The dataset as schema.org describes one, for catalogues of data. Without a version it names no files. */
export function buildJsonLd(latest: PublishedVersion | null, origin: string, files: string): string {
  const document = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: 'Coliseum: language models bet paper money on prediction markets',
    description:
      'Every match day of an arena in which language models bet paper money on prediction markets: markets, prices, briefs, prompts, raw answers, stakes, outcomes and costs.',
    url: `${origin}/api/dataset`,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: 'Coliseum' },
    ...(latest === null ? {} : describeVersion(latest, `${origin}${files}/${latest.version}`)),
  };
  return JSON.stringify(document);
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  parquet: 'application/vnd.apache.parquet',
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
};

function describeVersion({ version, created, resources }: PublishedVersion, address: string) {
  return {
    version,
    dateModified: created,
    distribution: resources.map(({ path, description, format, bytes, hash }) => ({
      '@type': 'DataDownload',
      name: path,
      description,
      contentUrl: `${address}/${path}`,
      encodingFormat: MEDIA_TYPES[format] ?? 'application/octet-stream',
      contentSize: `${bytes} B`,
      sha256: hash.replace('sha256:', ''),
    })),
  };
}
