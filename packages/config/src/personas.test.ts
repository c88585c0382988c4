import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readEnvironment } from './environment.ts';
import { loadPersonas } from './personas.ts';

function buildPersonaText(name: string): string {
  return [
    `name: ${name}`,
    'description: One sentence',
    'version: "1.0"',
    'risk_tolerance: medium',
    'confidence_threshold: 60',
    'max_bet_percentage: 8',
    'decision_framework: Think',
    'evaluation_criteria: [Evidence]',
    'prompt_template: You are a test.',
  ].join('\n');
}

async function createFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-personas-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  return folder;
}

test('personas come in the order of their file names, other files are left alone', async () => {
  const folder = await createFolder({
    'b.yaml': buildPersonaText('Second'),
    'a.yaml': buildPersonaText('First'),
    'README.md': '# personas',
  });
  const personas = await loadPersonas(folder);
  expect(personas.map(({ config }) => config.name)).toEqual(['First', 'Second']);
  expect(personas[0]?.file).toBe(`${basename(folder)}/a.yaml`);
});

test('mistakes of all files are reported as file:line: field', async () => {
  const folder = await createFolder({
    'a.yaml': buildPersonaText('A').replace('max_bet_percentage: 8', 'max_bet_percentage: 80'),
    'b.yaml': buildPersonaText('B').replace('version: "1.0"\n', ''),
  });
  await expect(loadPersonas(folder)).rejects.toMatchObject({
    code: 'PERSONA_INVALID',
    message: expect.stringMatching(/a\.yaml:6: max_bet_percentage: .*\n.*b\.yaml:1: version: missing field$/),
  });
});

test('a name that is used twice is refused where it is repeated', async () => {
  const folder = await createFolder({ 'a.yaml': buildPersonaText('Same'), 'b.yaml': buildPersonaText('Same') });
  await expect(loadPersonas(folder)).rejects.toMatchObject({
    code: 'PERSONA_INVALID',
    message: expect.stringMatching(/b\.yaml:1: name: "Same" is already the name of .*a\.yaml$/),
  });
});

test('an empty or missing folder of personas is an error that names it', async () => {
  const empty = await createFolder({});
  await expect(loadPersonas(empty)).rejects.toMatchObject({
    code: 'PERSONA_INVALID',
    message: expect.stringMatching(/has no \.yaml file/),
  });
  const missing = join(empty, 'nowhere');
  await expect(loadPersonas(missing)).rejects.toMatchObject({
    code: 'PERSONA_INVALID',
    message: expect.stringContaining(missing),
  });
});

test('every persona of the repository is valid, and there are at least eight', async () => {
  const { personasDir } = readEnvironment({});
  const personas = await loadPersonas(personasDir);
  expect(personas.length).toBeGreaterThanOrEqual(8);
  const yamlFiles = (await readdir(personasDir)).filter((name) => name.endsWith('.yaml'));
  expect(personas.map(({ file }) => file)).toEqual(yamlFiles.toSorted().map((name) => `personas/${name}`));
});
