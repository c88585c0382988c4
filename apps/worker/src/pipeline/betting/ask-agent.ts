import type { AbstainReason } from '@coliseum/domain/bet';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { MINIMUM_STAKE_CENTS } from '@coliseum/domain/money';
import type { Completion } from '@coliseum/openrouter/completion';
import type { PipelineContext } from '../context.ts';
import type { AgentAnswer } from '../state.ts';
import { abstainReasonOf } from './abstain-reason.ts';
import {
  DECISION_SCHEMA,
  betSystemPrompt,
  betUserPrompt,
  maximumStakeCents,
  type BetPromptInput,
} from './bet-prompt.ts';
import { readDecision } from './read-decision.ts';

const MAX_OUTPUT_TOKENS = 8_000;

/** Asks one agent about one event. Whatever goes wrong on the way is an automatic abstention that says so. */
export async function askAgent(input: BetPromptInput, context: PipelineContext): Promise<AgentAnswer> {
  const prompts = { promptSystem: betSystemPrompt(input), promptUser: betUserPrompt(input) };
  const base = { agentId: input.standing.agent.id, eventId: input.market.eventId, ...prompts };
  if (maximumStakeCents(input.standing) < MINIMUM_STAKE_CENTS) {
    return { ...base, ...abstention('broke', 'The balance cannot carry the smallest stake.'), ...NOTHING_SAID };
  }
  try {
    const completion = await context.openRouter.complete({
      model: input.standing.agent.modelSlug,
      system: prompts.promptSystem,
      user: prompts.promptUser,
      schema: DECISION_SCHEMA,
      temperature: context.temperatureOf(input.standing.agent.modelSlug),
      maxTokens: MAX_OUTPUT_TOKENS,
      timeoutMs: context.settings.decisionTimeoutMs,
    });
    return { ...base, ...answerOf(completion) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { ...base, ...abstention(abstainReasonOf(error.code), error.message), ...NOTHING_SAID };
  }
}

type Said = Pick<
  AgentAnswer,
  'decision' | 'abstainReason' | 'abstainDetail' | 'requestedAmountCents' | 'probability' | 'confidence' | 'reasoning'
>;
type Record = Pick<AgentAnswer, 'rawOutput' | 'servedModel' | 'usage' | 'latencyMs'>;

const NOTHING_SAID: Record = { rawOutput: '', servedModel: null, usage: null, latencyMs: null };

function answerOf(completion: Completion): Said & Record {
  const record: Record = {
    rawOutput: completion.text,
    servedModel: completion.servedModel,
    usage: completion.usage,
    latencyMs: Math.round(completion.latencyMs),
  };
  if (completion.refusal !== null) return { ...abstention('refusal', completion.refusal), ...record };
  const read = readDecision(completion.json);
  if (!read.ok) return { ...abstention('invalid_output', read.error), ...record };
  const chosen = read.value.decision === 'ABSTAIN' ? ('chosen' as const) : null;
  return { ...read.value, abstainReason: chosen, abstainDetail: null, ...record };
}

function abstention(abstainReason: AbstainReason, abstainDetail: string): Said {
  return {
    decision: 'ABSTAIN',
    abstainReason,
    abstainDetail,
    requestedAmountCents: 0,
    probability: null,
    confidence: null,
    reasoning: '',
  };
}
