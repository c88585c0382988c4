import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const Manifest = z.object({ name: z.string(), exports: z.record(z.string(), z.string()).default({}) });

const packages = globSync('{apps,packages,stand-ins}/*/package.json', { cwd: root }).map((path) => ({
  folder: dirname(path),
  ...Manifest.parse(JSON.parse(readFileSync(join(root, path), 'utf8'))),
}));
const entryPoints = packages.flatMap(({ folder, name, exports }) =>
  Object.entries(exports).map(([subpath, file]) => ({ folder, file, specifier: name + subpath.slice(1) })),
);

test('what a package exports is a list of files that exist, and no pattern', () => {
  expect(entryPoints.length).toBeGreaterThan(0);
  const unusable = entryPoints.filter(
    ({ folder, file }) => file.includes('*') || !existsSync(join(root, folder, file)),
  );
  expect(unusable).toEqual([]);
});

test('each entry point is imported by another room, or is named in the README of its own', () => {
  const sources = globSync('{apps,packages,stand-ins,tooling,e2e}/**/*.{ts,tsx,mjs}', {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|\.next|dist)$/.test(path),
  }).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const isImported = ({ folder, specifier }: (typeof entryPoints)[number]): boolean =>
    sources.some(({ path, text }) => !path.startsWith(`${folder}/`) && text.includes(`'${specifier}'`));
  const isDocumented = ({ folder, specifier }: (typeof entryPoints)[number]): boolean =>
    readFileSync(join(root, folder, 'README.md'), 'utf8').includes(`\`${specifier}\``);
  const unused = entryPoints.filter((entryPoint) => !isImported(entryPoint) && !isDocumented(entryPoint));
  expect(unused.map(({ specifier }) => specifier)).toEqual([]);
});
