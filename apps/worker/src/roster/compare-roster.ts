import type { AgentModel } from '@coliseum/config/agent-model';
import { DEFAULT_FAMILIES, DEFAULT_MODEL_SLUGS, nameModel } from '@coliseum/db/seed/default-agents';
import type { Agent } from '@coliseum/domain/agent';

/**
 * How the stored agents differ from AGENT_MODELS, one sentence each with the command that changes it. The stored ones
 * play: a variable never renames or replaces an agent. Without AGENT_MODELS only the names of default models are compared.
 */
export function compareRoster(agents: readonly Agent[], configured: readonly AgentModel[] | undefined): string[] {
  const present = agents.filter(({ until }) => until === null);
  const models = configured ?? DEFAULT_MODEL_SLUGS.map((slug) => ({ slug, name: null }));
  const playing = new Map(present.map((agent) => [agent.modelSlug, agent]));
  return models.flatMap((model, index) => {
    const agent = playing.get(model.slug);
    if (agent !== undefined) return compareName(agent, model);
    return configured === undefined ? [] : [describeMissing(agents, model, DEFAULT_FAMILIES[index] ?? '')];
  });
}

function compareName(agent: Agent, { slug, name }: AgentModel): string[] {
  const wanted = name ?? nameModel(slug);
  if (agent.name === wanted) return [];
  return [
    `${slug} plays as "${agent.name}", not as "${wanted}". Before its first answer it can be renamed: "npm run arena -- agents rename --agent ${slug} --name '${wanted}'"; afterwards receipts cover its name, and AGENT_MODELS has to say ${slug}=${agent.name}.`,
  ];
}

function describeMissing(agents: readonly Agent[], { slug, name }: AgentModel, family: string): string {
  const inPlace = agents.findLast((agent) => agent.family === family);
  if (inPlace === undefined) return `AGENT_MODELS names ${slug}, and no agent has its place.`;
  const model = name === null ? slug : `'${slug}=${name}'`;
  const who = `${inPlace.name} (${inPlace.modelSlug})`;
  const state = inPlace.until === null ? `${who} plays` : `${who} has departed`;
  return `AGENT_MODELS names ${slug}, but in its place ${state}. To replace it: "npm run arena -- agents replace --agent ${inPlace.modelSlug} --model ${model}".`;
}
