import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createCommandTable } from '../commands/command-table.ts';
import { commandCases } from './command-cases.ts';
import { buildConformanceReport } from './conformance-report.ts';

const report = fileURLToPath(new URL('../../../../docs/local-stack-conformance.md', import.meta.url));

test('the report in docs says what the suite tries', async () => {
  await expect(await buildConformanceReport()).toMatchFileSnapshot(report);
});

test('every command that reads or writes data is among the cases', () => {
  const aliases = new Set(['findandmodify', 'deleteIndexes']);
  const tried = new Set(commandCases.map(({ command }) => Object.keys(command)[0]));
  const missing = [...createCommandTable()].filter(
    ([name, { kind }]) => kind !== 'plain' && !tried.has(name) && !aliases.has(name),
  );
  expect(missing).toEqual([]);
});
