import { introspectSchema } from '@prisma/orm-mongo/adapter/control';
import { verifyMongoSchema } from '@prisma/orm-mongo/family/schema-verify';
import type { Db } from 'mongodb';
import type { PrismaContext } from '../store.ts';

/** One difference between the database and the contract. */
export type Difference = {
  readonly collection: string;
  /** The collection as a whole, or `index:<fields>`, `validator`, `options`. */
  readonly part: string | null;
  readonly kind: 'missing' | 'different';
};

/** Prisma's comparison of the live database with the contract. Anything that the contract does not name is ignored. */
export async function compareWithContract(
  db: Db,
  { contract }: Pick<PrismaContext, 'contract'>,
): Promise<Difference[]> {
  const schema = await introspectSchema(db);
  const { issues } = verifyMongoSchema({ contract, schema, strict: false, frameworkComponents: [] }).schema;
  return issues.map(({ path: [collection = '', part], actual }) => ({
    collection,
    part: part ?? null,
    kind: actual === undefined ? 'missing' : 'different',
  }));
}
