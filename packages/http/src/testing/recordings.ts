import { existsSync, readFileSync } from 'node:fs';

/** Real recordings lie beside the repository, not in it: two of their sources state no licence. */
const FOLDER = new URL('../../../../../shared/data/', import.meta.url);

export type Recordings = {
  /** For the title of a test: says when the file is absent and the test is skipped. */
  readonly title: string;
  readonly isAbsent: boolean;
  /** Each line parsed. Empty where the file is absent. */
  readonly lines: readonly unknown[];
};

/** The lines of a JSON Lines file of real recordings, for tests that replay them where they are present. */
export function readRecordings(fileName: string): Recordings {
  const file = new URL(fileName, FOLDER);
  if (!existsSync(file)) return { title: `${fileName} (skipped: ../shared/data is absent)`, isAbsent: true, lines: [] };
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return {
    title: `${fileName}, ${lines.length} lines`,
    isAbsent: false,
    lines: lines.map((line): unknown => JSON.parse(line)),
  };
}
