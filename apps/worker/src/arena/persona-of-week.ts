import { findPersonaForWeek } from '@coliseum/config/persona-for-week';
import type { PersonaWeek } from '@coliseum/domain/persona';
import { findPersonaWeek } from '@coliseum/domain/persona-week';
import type { ArenaContext } from './arena-context.ts';

type PersonaContext = Pick<ArenaContext, 'database' | 'personas'>;

/**
 * The persona of the week `at` lies in. A week keeps the persona it was first given, also when files are added or
 * edited later; a new week gets the next file in turn.
 */
export async function getPersonaOfWeek({ database, personas }: PersonaContext, at: Date): Promise<PersonaWeek> {
  const { weekNumber, startDate, endDate } = findPersonaWeek(at);
  const known = await database.personas.findByWeek(weekNumber);
  if (known !== null) return known;
  const { file, config } = findPersonaForWeek(personas, weekNumber);
  return {
    id: database.newId(),
    weekNumber,
    startDate,
    endDate,
    personaName: config.name,
    configFile: file,
    description: config.description,
    config,
    active: true,
    createdAt: at,
  };
}

/** Makes the persona of the week `at` lies in the active one, if it is not already. */
export async function activatePersonaOfWeek(context: PersonaContext, at: Date): Promise<PersonaWeek> {
  const persona = await getPersonaOfWeek(context, at);
  const active = await context.database.personas.findActive();
  if (active?.weekNumber !== persona.weekNumber) await context.database.personas.activate({ ...persona, active: true });
  return persona;
}
