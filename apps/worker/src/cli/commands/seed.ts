import { loadPersonas } from '@coliseum/config/personas';
import { systemClock } from '@coliseum/domain/clock';
import { activatePersonaOfWeek } from '../../arena/persona-of-week.ts';
import { seedConfiguredAgents } from '../../arena/seed-configured-agents.ts';
import { compareRoster } from '../../roster/compare-roster.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withSession } from '../with-session.ts';

/** `arena seed`: adds the agents with their opening balances, and this week's persona. Safe to repeat. */
export async function seed(processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  return await withSession(processEnvironment, async ({ database, environment }) => {
    const { inserted } = await seedConfiguredAgents(database, environment, systemClock.now());
    const agents = await database.agents.list();
    const differences = compareRoster(agents, environment.agentModels);
    const personas = await loadPersonas(environment.personasDir);
    const persona = await activatePersonaOfWeek({ database, personas }, systemClock.now());
    return {
      data: {
        agents: agents.length,
        inserted,
        differences,
        persona: persona.personaName,
        weekNumber: persona.weekNumber,
      },
      text: [
        `${agents.length} agents in the arena, ${inserted} of them new. Persona of the week: ${persona.personaName}.`,
        ...differences,
      ].join('\n'),
    };
  });
}
