import { readFile } from 'node:fs/promises';
import { commandCases } from './command-cases.ts';
import { expressionCases } from './expression-cases.ts';
import { idCases, insertedIdCases } from './id-cases.ts';
import { queryCases } from './query-cases.ts';
import { invalidCommandCases, type RefusalCase } from './refusal-cases.ts';
import { SCHEMA_PAGE, schemaCases, invalidSchemaCases } from './schema-cases.ts';
import { stageCases } from './stage-cases.ts';
import { unsupportedCases } from './unsupported-cases.ts';
import { updateCases } from './update-cases.ts';
import { writeConcernCases } from './write-concern-cases.ts';

/** Tests that are written out, each under a comment that names its page of the manual. */
const scenarioFiles = [
  ['Documents and cursors', 'documents'],
  ['Aggregation: variables, projections', 'aggregation'],
  ['Indexes', 'indexes'],
  ['Validators', 'validators'],
  ['Sessions and collections', 'sessions'],
  ['Retryable writes', 'retryable-writes'],
  ['Write concerns: commits, retries', 'write-concerns'],
  ['Transactions: snapshots, conflicts', 'transactions'],
  ['Transactions: create and createIndexes', 'transaction-catalog'],
  ['Transactions: collections, limits', 'transaction-limits'],
] as const;

type Area = { readonly name: string; readonly behaviours: number; readonly pages: readonly string[] };

function buildArea(name: string, pages: readonly string[]): Area {
  return { name, behaviours: pages.length, pages: [...new Set(pages)].toSorted() };
}

async function readScenarioArea(name: string, file: string): Promise<Area> {
  const source = await readFile(new URL(`${file}.integration.test.ts`, import.meta.url), 'utf8');
  return buildArea(
    name,
    [...source.matchAll(/^\/\/ Manual: (\S+)$/gm)].map(([, page = '']) => page),
  );
}

const listManualPages = (cases: readonly { readonly manual: string }[]): string[] => cases.map(({ manual }) => manual);

/** The areas that are tried case by case, then those whose tests are written out, then what is not supported. */
async function buildAreas(): Promise<readonly Area[]> {
  return [
    buildArea('Commands: unknown fields, transactions, numbers', listManualPages(commandCases)),
    buildArea('Queries, by scan, by index, in pipelines', listManualPages(queryCases)),
    buildArea('Updates, by update and findAndModify', listManualPages(updateCases)),
    buildArea('The _id of a document', listManualPages([...idCases, ...insertedIdCases])),
    buildArea(
      'Aggregation stages and accumulators',
      stageCases.map(([manual]) => manual),
    ),
    buildArea('Aggregation expressions', listManualPages(expressionCases)),
    buildArea(
      '$jsonSchema, as validator and query',
      [...schemaCases, ...invalidSchemaCases].map(() => SCHEMA_PAGE),
    ),
    buildArea('Write concerns that cannot be met', listManualPages(writeConcernCases)),
    buildArea('Mistakes refused as a server does', listManualPages(invalidCommandCases)),
    ...(await Promise.all(scenarioFiles.map(([name, file]) => readScenarioArea(name, file)))),
    buildArea('Not supported, and refused', listManualPages(unsupportedCases)),
  ];
}

/** What the conformance suite tries, from its own tables: the text of docs/local-stack-conformance.md. */
export async function buildConformanceReport(): Promise<string> {
  const areas = await buildAreas();
  const total = areas.reduce((sum, { behaviours }) => sum + behaviours, 0);
  return [
    '# Conformance of the local stack',
    '',
    'Written by `pnpm vitest run stand-ins/local-stack/src/conformance/conformance-report.test.ts -u` from the tables of',
    'the suite in `stand-ins/local-stack/src/conformance`. Every behaviour names the page of MongoDB’s manual that says how it',
    'is to be: a path below `https://www.mongodb.com/docs/manual/`. Codes that the manual does not give are the server’s. With',
    '`MONGODB_URL` set the same tests run against that server, apart from what the local stack does not support. No MongoDB',
    'server was to be had where the suite was written, so it has run against the local stack only.',
    '',
    `Behaviours tried: ${total}, of them ${unsupportedCases.length} refused as not supported.`,
    '',
    ...formatTable(
      ['Area', 'Behaviours', 'Pages of the manual'],
      areas.map(({ name, behaviours, pages }) => [name, String(behaviours), pages.map(formatCode).join(', ')]),
    ),
    '',
    '## Refused',
    '',
    'A mistake is refused with the code that a server has for it; what a server can do and the local stack cannot, with',
    'the code that a server has for what it does not know, or with 2 (BadValue).',
    '',
    ...formatRefusals('A mistake in', invalidCommandCases),
    '',
    ...formatRefusals('Not supported', unsupportedCases),
    '',
    '## Known differences',
    '',
    ...differences,
    '',
  ].join('\n');
}

const differences = [
  '- A command that fails as a whole (`ok: 0`) is answered without a `writeConcernError`. A server adds one.',
  '- A replacement or pipeline that leaves the document as it is counts as matched, not as modified. A server may count it as both.',
  '- `w: "majority"` is acknowledged before the disk has the write; `j: true` waits for the disk. A crash of the process loses nothing in either case.',
  '- `maxTimeMS` ends a wait for a lock, not a long computation.',
  '- Field names that begin with `$` are refused at the top of a document. A server takes them from 5.0 on.',
  '- A document that a transaction made and removed again conflicts with nobody. On a server its key may.',
];

function formatRefusals(heading: string, cases: readonly RefusalCase[]): string[] {
  const byError = Map.groupBy(cases, ({ code, codeName }) => `${code} ${codeName}`);
  const rows = [...byError]
    .toSorted(([left], [right]) => Number.parseInt(left, 10) - Number.parseInt(right, 10))
    .map(([error, refused]) => [error, String(refused.length), formatPages(refused)]);
  return formatTable([heading, 'Tried', 'Pages of the manual'], rows);
}

function formatPages(cases: readonly RefusalCase[]): string {
  return [...new Set(listManualPages(cases))].toSorted().map(formatCode).join(', ');
}

function formatCode(text: string): string {
  return `\`${text}\``;
}

/** A Markdown table with its columns in line, as the formatter has it. */
function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const formatRow = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [formatRow(head), formatRow(widths.map((width) => '-'.repeat(width))), ...rows.map(formatRow)];
}
