import { fileURLToPath } from 'node:url';
import { invariant, ensurePresent } from '@coliseum/domain/assert';
import { defineConfig } from '@prisma/orm-mongo/config';
import { createMongoControlClient } from '@prisma/orm-mongo/control';
import { addRanges } from './ranges.ts';

/** The text of the two files that Prisma derives from `contract.prisma`. */
export type EmittedContract = { readonly contractJson: string; readonly contractDts: string };

/** Emits the contract in memory, without a database. Throws with Prisma's diagnostics when the source is wrong. */
export async function emitContract(): Promise<EmittedContract> {
  const config = defineConfig({ contract: fileURLToPath(new URL('contract.prisma', import.meta.url)) });
  const { source, output } = ensurePresent(config.contract, 'contract source');
  const emitted = await createMongoControlClient().emit({
    contractConfig: { source, output: ensurePresent(output, 'contract output') },
  });
  if (!emitted.ok) throw new Error(`The contract cannot be emitted: ${JSON.stringify(emitted.failure, null, 2)}`);
  const { contractJson, contractDts } = emitted.value;
  return { contractJson: addRangesToContract(contractJson), contractDts: rewriteImports(contractDts) };
}

function addRangesToContract(contractJson: string): string {
  return JSON.stringify(
    JSON.parse(contractJson, (key, value: unknown) => (key === 'jsonSchema' ? addRanges(value) : value)),
    null,
    2,
  );
}

// Declarations emitted in memory import from Prisma's own workspace. The package that an application installs re-exports these names.
function rewriteImports(declarations: string): string {
  const named = declarations
    .replaceAll("'@internal/target-mongo/", "'@prisma/orm-mongo/target/")
    .replaceAll("'@internal/mongo-contract'", "'@prisma/orm-mongo/family-contract'")
    .replaceAll("'@internal/contract/", "'@prisma/orm-mongo/contract/");
  invariant(!named.includes('@internal/'), 'Every import of the emitted declarations names an installed package');
  return named;
}
