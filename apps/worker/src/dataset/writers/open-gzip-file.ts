import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** A compressed text file that is written piece by piece. */
export type GzipFile = {
  readonly append: (text: string) => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Opens a file for text that is compressed on the way. The same text always gives the same bytes. */
export function openGzipFile(path: string): GzipFile {
  const gzip = createGzip();
  const file = gzip.pipe(createWriteStream(path));
  const failed = finished(file);
  // Whoever appends or ends learns of the failure; between the two calls nobody listens.
  failed.catch(() => undefined);
  return {
    append: async (text) => {
      if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), failed]);
    },
    end: async () => {
      gzip.end();
      await failed;
    },
  };
}
