import type { AbstainReason, BetUsage } from '@coliseum/domain/bet';
import type { ErrorCode } from '@coliseum/domain/errors/codes';
import type { Completion } from '@coliseum/openrouter/completion';
import { readMeantAnswer } from '@coliseum/openrouter/read-meant-answer';
import type { AgentAnswer } from '../state.ts';
import { decisionReader } from './decision-reader.ts';
import { isRefusal } from './is-refusal.ts';

/** An agent's answer without the agent, the event and the prompts. */
export type Answer = Omit<AgentAnswer, 'agentId' | 'eventId' | 'promptSystem' | 'promptUser'>;

/** Converts a completion to an answer: a decision, or an automatic abstention with its reason. */
export function toAnswer(completion: Completion): Answer {
  const record = {
    rawOutput: completion.text,
    rejectedOutput: null,
    servedModel: completion.servedModel,
    usage: completion.usage,
    latencyMs: Math.round(completion.latencyMs),
  };
  if (completion.refusal !== null) return { ...createAbstention('refusal', completion.refusal), ...record };
  const read = readMeantAnswer(completion, decisionReader);
  if (!read.ok) {
    const reason = isRefusal(completion.text) ? 'refusal' : 'invalid_output';
    return { ...createAbstention(reason, read.error), ...record };
  }
  const abstainReason = read.value.decision === 'ABSTAIN' ? 'chosen' : null;
  return { ...read.value, abstainReason, abstainDetail: null, errorCode: null, ...record };
}

/** Creates the automatic abstention of an agent without a usable answer. */
export function createAbstention(
  abstainReason: AbstainReason,
  abstainDetail: string,
  errorCode: ErrorCode | null = null,
): Answer {
  return {
    decision: 'ABSTAIN',
    abstainReason,
    abstainDetail,
    errorCode,
    requestedAmountCents: 0,
    probability: null,
    confidence: null,
    reasoning: '',
    rawOutput: '',
    rejectedOutput: null,
    servedModel: null,
    usage: null,
    latencyMs: null,
  };
}

/** Returns the second answer with the usage and latency of both, and the first one as `rejectedOutput`. */
export function mergeRepair(first: Answer, second: Answer): Answer {
  return {
    ...second,
    rejectedOutput: first.rawOutput,
    usage: addUsage(first.usage, second.usage),
    latencyMs: (first.latencyMs ?? 0) + (second.latencyMs ?? 0),
  };
}

function addUsage(first: BetUsage | null, second: BetUsage | null): BetUsage | null {
  if (first === null || second === null) return first ?? second;
  const costs = [first.costMicroDollars, second.costMicroDollars].filter((cost) => cost !== null);
  return {
    promptTokens: first.promptTokens + second.promptTokens,
    completionTokens: first.completionTokens + second.completionTokens,
    reasoningTokens: first.reasoningTokens + second.reasoningTokens,
    costMicroDollars: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
  };
}
