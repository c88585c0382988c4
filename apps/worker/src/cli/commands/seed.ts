import { loadPersonas } from '@coliseum/config/personas';
import { systemClock } from '@coliseum/domain/clock';
import { activatePersonaOfWeek } from '../../personas/persona-of-week.ts';
import { seedConfiguredAgents } from '../../seed-configured-agents.ts';
import type { CommandAnswer } from '../command-answer.ts';
import type { Surroundings } from '../surroundings.ts';
import { withSession } from '../with-session.ts';

/** `arena seed`: enters the agents with their opening balance and this week's persona. Safe to repeat. */
export async function seed(surroundings: Surroundings): Promise<CommandAnswer> {
  return await withSession(surroundings, async ({ database, environment }) => {
    const { inserted } = await seedConfiguredAgents(database, environment, systemClock.now());
    const agents = await database.agents.list();
    const personas = await loadPersonas(environment.personasDir);
    const persona = await activatePersonaOfWeek({ database, personas }, systemClock.now());
    return {
      data: { agents: agents.length, inserted, persona: persona.personaName, weekNumber: persona.weekNumber },
      text: `${agents.length} agents are in the arena. This week they wear: ${persona.personaName}.`,
    };
  });
}
