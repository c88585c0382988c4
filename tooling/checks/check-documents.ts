import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findImports, findReferences } from './document-references.ts';
import { findFormMistakes } from './readme-form.ts';

const DOCUMENTS = ['*.md', 'docs/**/*.md', '{apps,packages}/*/*.md', '{e2e,personas,tooling}/*.md'];
const PACKAGES = ['{apps,packages}/*/package.json', 'e2e/package.json'];

const documents = globSync(DOCUMENTS).toSorted();
const packages = globSync(PACKAGES)
  .toSorted()
  .map((path) => dirname(path));
const mistakes = [...documents.flatMap(checkReferences), ...packages.flatMap(checkReadme)];
for (const mistake of mistakes) console.log(mistake);
console.log(`${documents.length} documents, ${packages.length} packages, ${mistakes.length} mistakes`);
process.exitCode = documents.length > 0 && packages.length > 0 && mistakes.length === 0 ? 0 : 1;

function checkReferences(document: string): string[] {
  const text = readFileSync(document, 'utf8');
  const paths = findReferences(text)
    .filter(({ path }) => !existsSync(path.startsWith('./') ? join(dirname(document), path) : path))
    .map(({ path, line }) => `${document}:${line}: ${path} does not exist`);
  const imports = findImports(text)
    .filter(({ room, file }) => !isEntryPoint(room, file))
    .map(({ room, file, line }) => `${document}:${line}: @coliseum/${room}/${file} cannot be imported`);
  return [...paths, ...imports];
}

function isEntryPoint(room: string, file: string): boolean {
  const source = `packages/${room}/src/${file}`;
  return (
    existsSync(`${source}.ts`) ||
    existsSync(`apps/${room}/src/${file}.ts`) ||
    existsSync(`apps/${room}/src/trpc/${file}.ts`)
  );
}

function checkReadme(folder: string): string[] {
  const path = `${folder}/README.md`;
  if (!existsSync(path)) return [`${path} is missing`];
  const name = /"name": "([^"]+)"/.exec(readFileSync(`${folder}/package.json`, 'utf8'))?.[1] ?? folder;
  return findFormMistakes(readFileSync(path, 'utf8'), name).map((mistake) => `${path}: ${mistake}`);
}
