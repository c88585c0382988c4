import { resolve } from 'node:path';
import statics from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { CACHE_CONTROL } from '../http/answer-headers.ts';
import { buildJsonLd } from './json-ld.ts';
import { listVersions, type PublishedVersion } from './list-versions.ts';

const FILES = '/api/dataset/files';

/** Only what a version holds: no folder, no unfinished version, nothing outside. */
const PUBLISHED_FILE =
  /^\/\d{4}-\d{2}-\d{2}(-\d+)?\/([a-z_]+\.(jsonl\.gz|csv\.gz|parquet)|[A-Z]+\.(md|cff)|datapackage\.json|SHA256SUMS)$/;

/** `/api/dataset`: the versions with their files, which are streamed from `/api/dataset/files/<version>/<file>`. */
export async function registerDataset(server: FastifyInstance, folder: string): Promise<void> {
  server.get('/api/dataset', async (_request, reply) => {
    void reply.header('cache-control', CACHE_CONTROL);
    return { license: 'CC-BY-4.0', versions: (await listVersions(folder)).map(toListed) };
  });
  server.get('/api/dataset.jsonld', async (request, reply) => {
    const [latest] = await listVersions(folder);
    const document = buildJsonLd(latest ?? null, `${request.protocol}://${request.host}`, FILES);
    return reply.header('cache-control', CACHE_CONTROL).type('application/ld+json; charset=utf-8').send(document);
  });
  await server.register(statics, {
    root: resolve(folder),
    prefix: `${FILES}/`,
    decorateReply: false,
    index: false,
    // A version never changes; its folder may come after the server has started.
    cacheControl: false,
    wildcard: true,
    suppressWarning: true,
    allowedPath: (path) => PUBLISHED_FILE.test(path),
    setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=86400, immutable'),
  });
}

function toListed({ version, created, form, revision, rows, resources }: PublishedVersion) {
  const files = resources.map(({ path, description, format, bytes, hash }) => ({
    name: path,
    url: `${FILES}/${version}/${path}`,
    format,
    bytes,
    sha256: hash.replace('sha256:', ''),
    description,
  }));
  const documents = ['README.md', 'datapackage.json', 'CITATION.cff', 'CHANGELOG.md', 'SHA256SUMS'];
  return {
    version,
    created_at: created,
    form,
    revision,
    rows,
    files,
    documents: documents.map((name) => ({ name, url: `${FILES}/${version}/${name}` })),
  };
}
