import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { parseCompose, resolveComposeText } from '../compose/compose-file.ts';
import { listVariables } from '../compose/interpolate.ts';
import { findReferenceProblems } from '../compose/reference-problems.ts';
import { findSchemaProblems } from '../compose/schema-problems.ts';

/** As `docker compose config` does, without Docker: the file, with the variables of an operator who set the two keys. */
const variables = { ...parseEnv(readFileSync('.env.example', 'utf8')), OPENROUTER_API_KEY: 'key', EXA_API_KEY: 'key' };
const text = readFileSync('docker-compose.yml', 'utf8');
const unknown = listVariables(text).filter((name) => !(name in variables));
const schemaProblems = findSchemaProblems(resolveComposeText(text, variables));
const problems =
  schemaProblems.length > 0
    ? schemaProblems
    : findReferenceProblems(parseCompose(text, variables), [[], ['bundled'], ['hosted']]);
for (const name of unknown) console.log(`docker-compose.yml: asks for ${name}, which .env.example does not explain`);
for (const problem of problems) console.log(`docker-compose.yml: ${problem}`);
process.exitCode = problems.length + unknown.length === 0 ? 0 : 1;
