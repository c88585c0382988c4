import type { Agent } from '@coliseum/domain/agent';
import { formatCents } from '@coliseum/domain/money';
import { compareRoster } from '../../roster/compare-roster.ts';
import type { CommandResult } from '../command-result.ts';
import { formatTable } from '../format-table.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withSession } from '../with-session.ts';

/** `arena agents list`: shows every agent with its days, and how the roster differs from AGENT_MODELS. */
export async function listAgents(processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  return await withSession(processEnvironment, async ({ database, environment }) => {
    const agents = await database.agents.list();
    const differences = agents.length === 0 ? [] : compareRoster(agents, environment.agentModels);
    const data = {
      agents: agents.map(({ id, name, modelSlug, family, from, until, founding, currentBankrollCents }) => {
        return { id, name, modelSlug, family, from, until, founding, currentBankrollCents };
      }),
      differences,
    };
    if (agents.length === 0) return { data, text: 'No agents yet. To add them: "npm run arena -- seed".' };
    return { data, text: [formatTable(agents.map(toRow)), ...differences].join('\n') };
  });
}

function toRow({ name, modelSlug, family, from, until, founding, currentBankrollCents }: Agent): string[] {
  const joined = founding ? `founding, from ${from}` : `joined ${from}`;
  return [
    name,
    modelSlug,
    family,
    joined,
    until === null ? 'present' : `until ${until}`,
    formatCents(currentBankrollCents),
  ];
}
