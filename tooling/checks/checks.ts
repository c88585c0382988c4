/** One check of `pnpm verify`: a command that runs in the root of the repository. */
export type Check = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** What to do when it fails. */
  readonly fix: string;
};

const bin = (name: string): string => `node_modules/.bin/${name}`;
const script = (name: string): readonly string[] => [`tooling/checks/${name}`];

/** Generates the types of the site's routes. A fresh checkout lacks them, and the checks of lint and types need them. */
export const preparation: Check = {
  name: 'route types',
  command: bin('turbo'),
  args: ['run', 'typegen', '--output-logs=errors-only'],
  fix: 'Correct the routes under apps/web/src/app.',
};

/** Longest first, so that two parallel queues finish at about the same time. */
export const checks: readonly Check[] = [
  {
    // Lint already loads all types. A separate compiler run for each package takes as long again.
    name: 'lint and types',
    command: bin('oxlint'),
    args: ['--type-check'],
    fix: 'Correct the lines; `pnpm oxlint --fix` does some of it. `pnpm tsc --noEmit` in a package shows its types alone.',
  },
  {
    // Also compiles the files that Next.js generates, which lint ignores.
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
  {
    name: 'containers',
    command: process.execPath,
    args: script('check-compose.ts'),
    fix: 'Correct docker-compose.yml where the line says.',
  },
  { name: 'dead code', command: bin('knip'), args: [], fix: 'Delete what nothing uses, or stop exporting it.' },
  {
    name: 'code of tests alone',
    command: bin('knip'),
    args: ['--production', '--config', 'knip-production.config.ts'],
    fix: 'Ship what only tests use, move it to a testing folder, or delete it.',
  },
  {
    name: 'documents',
    command: process.execPath,
    args: script('check-documents.ts'),
    fix: 'Correct the path that is cited, or the form of the README.',
  },
  {
    name: 'OpenAPI document',
    command: bin('spectral'),
    args: ['lint', 'apps/api/fixtures/openapi.json', '--ruleset', 'apps/api/spectral.yaml', '--fail-severity', 'hint'],
    fix: 'Correct what the procedure or its view says of itself, then `pnpm exec vitest run apps/api -u`.',
  },
  { name: 'format', command: bin('oxfmt'), args: ['--list-different'], fix: 'Run `pnpm format`.' },
  {
    name: 'workspace',
    command: bin('sherif'),
    args: [],
    fix: 'Correct the package.json; `pnpm sherif --fix` does some of it.',
  },
];
