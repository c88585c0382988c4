import { AppError } from '@coliseum/domain/errors/app-error';
import { toMatchDate } from '@coliseum/domain/match-date';
import { getPersonaOfWeek } from '../arena/persona-of-week.ts';
import { loadStandings, type AgentStanding } from '../pipeline/betting/agent-standing.ts';
import { askAgent } from '../pipeline/betting/ask-agent.ts';
import type { StageContext } from '../pipeline/stage-context.ts';
import type { AgentAnswer, EventBrief, SelectedMarket } from '../pipeline/state.ts';

type TrialRequest = { readonly agent: string; readonly market: SelectedMarket; readonly brief: EventBrief };

/**
 * Asks one agent, found by its name or model, with this week's persona. Throws ARGUMENT_INVALID for an unknown agent.
 */
export async function askTrialAgent(
  context: StageContext,
  { agent, market, brief }: TrialRequest,
): Promise<AgentAnswer> {
  const standing = findAgent(agent, await loadStandings(context.database, toMatchDate(context.clock.now())));
  const persona = (await getPersonaOfWeek(context, context.clock.now())).config;
  const { feeRule } = context.settings;
  return await askAgent(context, { standing, persona, market, brief, feeRule });
}

function findAgent(nameOrModel: string, standings: readonly AgentStanding[]): AgentStanding {
  const standing = standings.find(({ agent: { name, modelSlug } }) =>
    [name, modelSlug].some((label) => label.toLowerCase() === nameOrModel.toLowerCase()),
  );
  if (standing !== undefined) return standing;
  const known = standings.map(({ agent: { name, modelSlug } }) => `${name} (${modelSlug})`).join(', ');
  throw new AppError({ code: 'ARGUMENT_INVALID', message: `--agent: no agent "${nameOrModel}". Agents: ${known}.` });
}
