import type { PersonaWeek } from '@coliseum/domain/persona';
import { fromPersonaWeekRow, toPersonaWeekDocument } from '../documents/persona-week-document.ts';
import { mapOptional } from '../documents/values.ts';
import type { Store } from '../store.ts';
import type { Page } from './batch-repository.ts';
import { isBelow } from './filters.ts';
import { collectRows } from './map-rows.ts';

export type PersonaRepository = {
  findByWeek(weekNumber: number): Promise<PersonaWeek | null>;
  findActive(): Promise<PersonaWeek | null>;
  /** In the order of the weeks. */
  list(): Promise<PersonaWeek[]>;
  /** Latest week first, or those before a week. */
  listLatest(query: Page & { readonly before?: number | undefined }): Promise<PersonaWeek[]>;
  /** How many there are, or how many are not before a week. */
  count(query?: { readonly notBefore: number }): Promise<number>;
  /** Makes the week the only active one, and returns it. A week that is already stored keeps its content. */
  activate(week: PersonaWeek): Promise<PersonaWeek>;
};

/** Runs work in one transaction: a new one, or the one already open. */
export type RunAtomically = <T>(work: (store: Store) => Promise<T>) => Promise<T>;

const COLLECTION = 'personas';

export function createPersonaRepository({ read, count }: Store, runAtomically: RunAtomically): PersonaRepository {
  return {
    findByWeek: (weekNumber) => findWeek(read, weekNumber),
    findActive: async () => mapOptional(await read.personas.where({ active: true }).first(), fromPersonaWeekRow),
    list: () => collectRows(read.personas.orderBy({ week_number: 1 }).all(), fromPersonaWeekRow),
    listLatest: ({ limit, offset, before }) => {
      const latest = read.personas.orderBy({ week_number: -1 });
      const asked = before === undefined ? latest : latest.where(isBelow('week_number', before));
      return collectRows(asked.offset(offset).limit(limit).all(), fromPersonaWeekRow);
    },
    count: (query) => count(COLLECTION, query === undefined ? {} : { week_number: { $gte: query.notBefore } }),
    activate: (week) => runAtomically((store) => activateWeek(store, week)),
  };
}

async function findWeek(read: Store['read'], weekNumber: number): Promise<PersonaWeek | null> {
  return mapOptional(await read.personas.where({ week_number: weekNumber }).first(), fromPersonaWeekRow);
}

async function activateWeek({ read, write }: Store, week: PersonaWeek): Promise<PersonaWeek> {
  const personas = write.collection(COLLECTION);
  const { week_number, active, ...fields } = toPersonaWeekDocument({ ...week, active: true });
  await personas.updateMany({ active, week_number: { $ne: week_number } }, { $set: { active: false } });
  await personas.updateOne({ week_number }, { $set: { active }, $setOnInsert: fields }, { upsert: true });
  return (await findWeek(read, week.weekNumber)) ?? week;
}
