import type { Agent } from '@coliseum/domain/agent';
import { AppError } from '@coliseum/domain/errors/app-error';

/** The agent with this name or model, whatever the case. Throws ARGUMENT_INVALID that names all agents. */
export function findAgent(agents: readonly Agent[], nameOrModel: string): Agent {
  const wanted = nameOrModel.trim().toLowerCase();
  const found = agents.find(({ name, modelSlug }) => [name, modelSlug].some((label) => label.toLowerCase() === wanted));
  if (found !== undefined) return found;
  const known = agents.map(({ name, modelSlug }) => `${name} (${modelSlug})`).join(', ');
  throw new AppError({ code: 'ARGUMENT_INVALID', message: `--agent: no agent "${nameOrModel}". Agents: ${known}.` });
}
