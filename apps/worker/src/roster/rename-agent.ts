import type { Agent } from '@coliseum/domain/agent';
import { AppError } from '@coliseum/domain/errors/app-error';

type Renaming = { readonly agents: readonly Agent[]; readonly agent: Agent; readonly name: string; readonly now: Date };

/**
 * The agent under another name. Throws ARGUMENT_INVALID for one that has answered: the receipts of its match days cover
 * its name, and would no longer hold.
 */
export function renameAgent({ agents, agent, name, now }: Renaming): Agent {
  const { totalBets, abstentions, noAnswers } = agent.stats;
  if (totalBets + abstentions + noAnswers > 0) {
    throw createRefusal(
      `${agent.name} has played, and the receipts of its match days cover its name. Only an agent without an answer can be renamed; a new name comes with a new model: "npm run arena -- agents replace".`,
    );
  }
  const taken = agents.find((other) => other.id !== agent.id && other.name.toLowerCase() === name.toLowerCase());
  if (taken !== undefined) throw createRefusal(`${taken.modelSlug} plays or has played as ${taken.name}.`);
  return { ...agent, name, updatedAt: now };
}

function createRefusal(message: string): AppError {
  return new AppError({ code: 'ARGUMENT_INVALID', message });
}
