import { AppError } from '@coliseum/domain/errors/app-error';
import type { Db } from 'mongodb';
import type { PrismaContext } from '../store.ts';
import { compareWithContract, type Difference } from './compare-with-contract.ts';

/** Throws `DATABASE_NOT_MIGRATED` naming each difference between the database and the contract. */
export async function verifyDatabase(db: Db, prisma: PrismaContext): Promise<void> {
  const differences = await compareWithContract(db, prisma);
  if (differences.length === 0) return;
  throw new AppError({
    code: 'DATABASE_NOT_MIGRATED',
    message: `The database does not match this version. Run "npm run arena -- migrate": ${differences.map(describeDifference).join(', ')}.`,
    details: { database: db.databaseName, differences: differences.length },
  });
}

function describeDifference({ collection, part, kind }: Difference): string {
  const subject = part === null ? `collection ${collection}` : `${part} of ${collection}`;
  return kind === 'missing' ? `${subject} is missing` : `${subject} differs`;
}
