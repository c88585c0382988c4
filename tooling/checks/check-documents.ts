import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { findRecordProblems } from './decision-records.ts';
import { findImports, findReferences } from './document-references.ts';
import { findFormProblems } from './readme-form.ts';

const DOCUMENTS = [
  '*.md',
  'docs/**/*.md',
  '{apps,packages,stand-ins}/*/*.md',
  '{e2e,personas,tooling}/*.md',
  'tooling/*/*.md',
];
const MANIFESTS = ['{apps,packages,stand-ins}/*/package.json', 'e2e/package.json', 'tooling/bench/package.json'];

const Manifest = z.object({ name: z.string(), exports: z.record(z.string(), z.string()).default({}) });

const documents = globSync(DOCUMENTS).toSorted();
const packages = globSync(MANIFESTS)
  .toSorted()
  .map((path) => ({ folder: dirname(path), ...Manifest.parse(JSON.parse(readFileSync(path, 'utf8'))) }));
const problems = [...documents.flatMap(checkReferences), ...packages.flatMap(checkReadme), ...checkDecisions()];
for (const problem of problems) console.log(problem);
console.log(`${documents.length} documents, ${packages.length} packages, ${problems.length} problems`);
process.exitCode = documents.length > 0 && packages.length > 0 && problems.length === 0 ? 0 : 1;

function checkReferences(document: string): string[] {
  const text = readFileSync(document, 'utf8');
  const paths = findReferences(text)
    .filter(({ path }) => !existsSync(path.startsWith('./') ? join(dirname(document), path) : path))
    .map(({ path, line }) => `${document}:${line}: ${path} does not exist`);
  const imports = findImports(text)
    .filter(({ name, subpath }) => !isEntryPoint(name, subpath))
    .map(({ name, subpath, line }) => `${document}:${line}: ${name}/${subpath} cannot be imported`);
  return [...paths, ...imports];
}

function isEntryPoint(name: string, subpath: string): boolean {
  const owner = packages.find((candidate) => candidate.name === name);
  const file = owner?.exports[`./${subpath}`];
  return owner !== undefined && file !== undefined && existsSync(join(owner.folder, file));
}

function checkReadme({ folder, name }: (typeof packages)[number]): string[] {
  const path = `${folder}/README.md`;
  if (!existsSync(path)) return [`${path} is missing`];
  return findFormProblems(readFileSync(path, 'utf8'), name).map((problem) => `${path}: ${problem}`);
}

function checkDecisions(): string[] {
  const records = globSync('docs/decisions/*.md').map((path) => ({
    file: basename(path),
    text: readFileSync(path, 'utf8'),
  }));
  return findRecordProblems(records, readFileSync('README.md', 'utf8'));
}
