import { isAppError } from '@coliseum/domain/errors/app-error';
import { MINIMUM_STAKE_CENTS } from '@coliseum/domain/money';
import type { PipelineContext } from '../context.ts';
import type { AgentAnswer } from '../state.ts';
import { abstainReasonOf } from './abstain-reason.ts';
import { abstention, afterRepair, answerOf, type Answer } from './answer-of.ts';
import {
  DECISION_SCHEMA,
  betSystemPrompt,
  betUserPrompt,
  maximumStakeCents,
  type BetPromptInput,
} from './bet-prompt.ts';

const MAX_OUTPUT_TOKENS = 8_000;

type AgentContext = Pick<PipelineContext, 'openRouter' | 'settings' | 'temperatureOf'>;
type Prompts = { readonly system: string; readonly user: string };

/** Asks one agent about one event. Whatever goes wrong on the way is an automatic abstention that says so. */
export async function askAgent(input: BetPromptInput, context: AgentContext): Promise<AgentAnswer> {
  const { agent } = input.standing;
  const prompts = { system: betSystemPrompt(input), user: betUserPrompt(input) };
  const asked = {
    agentId: agent.id,
    eventId: input.market.eventId,
    promptSystem: prompts.system,
    promptUser: prompts.user,
  };
  if (maximumStakeCents(input.standing) < MINIMUM_STAKE_CENTS) {
    return { ...asked, ...abstention('broke', 'The balance cannot carry the smallest stake.') };
  }
  return { ...asked, ...(await askWithRepair(agent.modelSlug, prompts, context)) };
}

/** An answer that cannot be used is sent back once, with what was wrong with it, within the time for one decision. */
async function askWithRepair(model: string, prompts: Prompts, context: AgentContext): Promise<Answer> {
  const limitMs = context.settings.decisionTimeoutMs;
  const first = await ask(model, prompts, limitMs, context);
  const leftMs = limitMs - (first.latencyMs ?? limitMs);
  if (first.abstainReason !== 'invalid_output' || leftMs <= 0) return first;
  const user = `${prompts.user}\n\nYour last answer could not be used: ${first.abstainDetail ?? ''}\nAnswer again, with the JSON object only.`;
  return afterRepair(first, await ask(model, { ...prompts, user }, leftMs, context));
}

async function ask(model: string, prompts: Prompts, timeoutMs: number, context: AgentContext): Promise<Answer> {
  try {
    const temperature = context.temperatureOf(model);
    const limits = { maxTokens: MAX_OUTPUT_TOKENS, timeoutMs };
    return answerOf(
      await context.openRouter.complete({ model, ...prompts, schema: DECISION_SCHEMA, temperature, ...limits }),
    );
  } catch (error) {
    if (!isAppError(error)) throw error;
    return abstention(abstainReasonOf(error.code), error.message);
  }
}
