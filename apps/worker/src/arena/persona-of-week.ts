import { findPersonaForWeek } from '@coliseum/config/persona-for-week';
import type { PersonaWeek } from '@coliseum/domain/persona';
import { findPersonaWeek } from '@coliseum/domain/persona-week';
import type { ArenaContext } from './arena-context.ts';

type PersonaContext = Pick<ArenaContext, 'database' | 'personas'>;

/**
 * Returns the persona of the week that contains `at`. A week keeps its first persona even if files are added or edited
 * later; a new week gets the next file in turn.
 */
export async function getPersonaOfWeek({ database, personas }: PersonaContext, at: Date): Promise<PersonaWeek> {
  const { weekNumber, startDate, endDate } = findPersonaWeek(at);
  const stored = await database.personas.findByWeek(weekNumber);
  if (stored !== null) return stored;
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

/** Makes the persona of the week that contains `at` the active one. */
export async function activatePersonaOfWeek(context: PersonaContext, at: Date): Promise<PersonaWeek> {
  const persona = await getPersonaOfWeek(context, at);
  const active = await context.database.personas.findActive();
  if (active?.weekNumber === persona.weekNumber) return persona;
  await context.database.withTransaction(async ({ personas, arenaState }) => {
    await personas.activate({ ...persona, active: true });
    await arenaState.raiseRevision({ reason: 'persona_activated', at });
  });
  return persona;
}
