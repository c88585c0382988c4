import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@coliseum/db/database';
import { audit } from '../../audit/audit.ts';
import { exportCollections } from '../../export/export-collections.ts';
import { verifyReceipts } from '../../receipts/verify-receipts.ts';
import { readComparableExport, type ComparableExport } from './comparable-export.ts';

export type BooksReport = {
  readonly state: ComparableExport;
  /** Problems found by the audit and by the verification of receipts. */
  readonly problems: readonly string[];
};

/** Exports, audits and verifies an arena. */
export async function inspectBooks(database: Database, isWallClock?: (field: string) => boolean): Promise<BooksReport> {
  const directory = await mkdtemp(join(tmpdir(), 'coliseum-books-'));
  try {
    await exportCollections(database, directory, () => {});
    const { problems } = await audit(database, () => {});
    const { broken, verified } = await verifyReceipts(database, () => {});
    const played = await database.batches.count();
    return {
      state: await readComparableExport(directory, isWallClock),
      problems: [
        ...problems,
        ...(broken === null ? [] : [`receipt of ${broken.date}: ${broken.detail}`]),
        ...(verified === played ? [] : [`${verified} valid receipts for ${played} match days`]),
      ],
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Inspects the books of a season, in which no event may be left unsettled. */
export async function inspectSettledBooks(database: Database): Promise<BooksReport> {
  const { state, problems } = await inspectBooks(database);
  const open = await database.events.listUnsettled();
  return { state, problems: [...problems, ...open.map(({ kalshiTicker }) => `${kalshiTicker} is not settled`)] };
}
