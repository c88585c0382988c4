import { MINIMUM_STAKE_CENTS, isBroke } from '@coliseum/domain/arena-rules';
import type { CallSubject } from '../../paid-calls/call-subject.ts';
import { isPaidServiceFailure } from '../../paid-calls/is-paid-service-failure.ts';
import type { StageContext } from '../stage-context.ts';
import type { AgentAnswer } from '../state.ts';
import { escapeForPrompt } from '../untrusted-text.ts';
import {
  DECISION_SCHEMA,
  buildBetSystemPrompt,
  buildBetUserPrompt,
  computeMaximumStakeCents,
  type BetPromptInput,
} from './bet-prompt.ts';
import { toAbstainReason } from './to-abstain-reason.ts';
import { createAbstention, mergeRepair, toAnswer, type Answer } from './to-answer.ts';

const MAX_OUTPUT_TOKENS = 8_000;
/** For an answer that ran out of them: reasoning counts as output, and some models think for long. */
const MORE_OUTPUT_TOKENS = 16_000;

type AgentContext = Pick<StageContext, 'findTemperature' | 'processClock'> & {
  readonly paid: Pick<StageContext['paid'], 'complete'>;
  readonly settings: Pick<StageContext['settings'], 'decisionTimeoutMs'>;
};
/** The prompts for one agent on one event. */
type Question = {
  readonly subject: CallSubject;
  readonly model: string;
  readonly system: string;
  readonly user: string;
};

/** Asks one agent about one event. A failure of the service becomes an automatic abstention with its reason. */
export async function askAgent(context: AgentContext, input: BetPromptInput): Promise<AgentAnswer> {
  const { agent } = input.standing;
  const prompts = { system: buildBetSystemPrompt(input), user: buildBetUserPrompt(input) };
  const request = {
    agentId: agent.id,
    eventId: input.market.eventId,
    promptSystem: prompts.system,
    promptUser: prompts.user,
  };
  const obstacle = explainNoStake(input);
  if (obstacle !== null) return { ...request, ...createAbstention('broke', obstacle) };
  const subject = { purpose: 'decision', eventId: request.eventId, agentId: agent.id } as const;
  return { ...request, ...(await askWithRepair(context, { subject, model: agent.modelSlug, ...prompts })) };
}

/** Why no stake is possible, in a sentence; null when one is. */
function explainNoStake(input: BetPromptInput): string | null {
  if (isBroke(input.standing.agent.currentBankrollCents)) return 'The balance cannot carry the smallest stake.';
  if (computeMaximumStakeCents(input) >= MINIMUM_STAKE_CENTS) return null;
  return 'The smallest stake is more than what is free of the balance.';
}

/** Sends an unusable answer back once, with the problem, within the time limit of one decision. */
async function askWithRepair(context: AgentContext, question: Question): Promise<Answer> {
  const limitMs = context.settings.decisionTimeoutMs;
  const startedMs = context.processClock.now().getTime();
  const { answer: first, wasCutOff } = await ask(context, question, {
    timeoutMs: limitMs,
    maxTokens: MAX_OUTPUT_TOKENS,
  });
  // The latency covers only the last try, so earlier tries count by the clock. A stored answer counts by its latency.
  const elapsedMs = context.processClock.now().getTime() - startedMs;
  const leftMs = limitMs - Math.max(elapsedMs, first.latencyMs ?? limitMs);
  if (first.abstainReason !== 'invalid_output' || leftMs <= 0) return first;
  const user = `${question.user}\n\nYour last answer could not be used: ${escapeForPrompt(first.abstainDetail ?? '')}\nAnswer again, with the JSON object only.`;
  const maxTokens = wasCutOff ? MORE_OUTPUT_TOKENS : MAX_OUTPUT_TOKENS;
  const { answer: second } = await ask(context, { ...question, user }, { timeoutMs: leftMs, maxTokens });
  return mergeRepair(first, second);
}

type Limits = { readonly timeoutMs: number; readonly maxTokens: number };

async function ask(
  context: AgentContext,
  { subject, ...prompts }: Question,
  limits: Limits,
): Promise<{ readonly answer: Answer; readonly wasCutOff: boolean }> {
  try {
    const temperature = context.findTemperature(prompts.model);
    const request = { ...prompts, schema: DECISION_SCHEMA, temperature, ...limits };
    const completion = await context.paid.complete(subject, request);
    return { answer: toAnswer(completion), wasCutOff: completion.finishReason === 'length' };
  } catch (error) {
    if (!isPaidServiceFailure(error)) throw error;
    return { answer: createAbstention(toAbstainReason(error.entry), error.message, error.code), wasCutOff: false };
  }
}
