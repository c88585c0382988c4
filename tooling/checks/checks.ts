/** One check of `pnpm verify`: a command, run from the root of the repository. */
export type Check = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** What to type, or to do, when it fails. */
  readonly fix: string;
};

const bin = (name: string): string => `node_modules/.bin/${name}`;
const script = (name: string): readonly string[] => [`tooling/checks/${name}`];

/** Writes the types of the site's routes, which a fresh checkout lacks and the checks of lint and types read. */
export const preparation: Check = {
  name: 'route types',
  command: bin('turbo'),
  args: ['run', 'typegen', '--output-logs=errors-only'],
  fix: 'Correct the routes under apps/web/src/app.',
};

/** Longest first, so that two at a time end together. */
export const checks: readonly Check[] = [
  {
    // One program reads and checks the types for both: a compiler of its own for each package takes twice as long.
    name: 'lint and types',
    command: bin('oxlint'),
    args: ['--type-check'],
    fix: 'Correct the lines; `pnpm oxlint --fix` does some of it. `pnpm tsc --noEmit` in a package shows its types alone.',
  },
  {
    // It compiles what Next.js generates too, which lint leaves out.
    name: 'types of the site',
    command: bin('turbo'),
    args: ['run', 'typecheck', '--only', '--filter=@coliseum/web', '--output-logs=errors-only'],
    fix: 'Correct the types; `pnpm tsc --noEmit` in apps/web shows them.',
  },
  {
    name: 'layers',
    command: process.execPath,
    args: script('check-layers.ts'),
    fix: 'Move the code to the layer it belongs to; tooling/checks/layers.ts is the map.',
  },
  {
    name: 'undeclared imports',
    command: bin('turbo'),
    args: ['boundaries'],
    fix: 'Add the package to the package.json that imports it, as "catalog:" or "workspace:*".',
  },
  { name: 'dead code', command: bin('knip'), args: [], fix: 'Delete what nothing uses, or stop exporting it.' },
  {
    name: 'code of tests alone',
    command: bin('knip'),
    args: ['--production', '--config', 'tooling/checks/knip-production.config.ts'],
    fix: 'Ship what only tests use, move it to a testing folder, or delete it.',
  },
  {
    name: 'documents',
    command: process.execPath,
    args: script('check-documents.ts'),
    fix: 'Correct the path that is cited, or the form of the README.',
  },
  { name: 'format', command: bin('oxfmt'), args: ['--list-different'], fix: 'Run `pnpm format`.' },
  {
    name: 'workspace',
    command: bin('sherif'),
    args: [],
    fix: 'Correct the package.json; `pnpm sherif --fix` does some of it.',
  },
];
