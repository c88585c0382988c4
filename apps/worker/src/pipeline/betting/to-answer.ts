import type { AbstainReason, BetUsage } from '@coliseum/domain/bet';
import type { ErrorCode } from '@coliseum/domain/errors/codes';
import { cleanOutsideText, cutToBytes } from '@coliseum/domain/outside-text';
import type { Completion } from '@coliseum/openrouter/completion';
import { readMeantAnswer } from '@coliseum/openrouter/read-meant-answer';
import type { AgentAnswer } from '../state.ts';
import { decisionReader } from './decision-reader.ts';
import { isRefusal } from './is-refusal.ts';

/**
 * What is kept of an answer's texts. The forty answers of a day stand in one document until its commit, each byte as two
 * where JSON escapes it: with the prompts they stay below half of a document's 16 MB. 8,000 tokens of English are 32 kB.
 */
const RAW_OUTPUT_BYTES = 32_000;
const REJECTED_OUTPUT_BYTES = 8_000;
const DETAIL_BYTES = 1_000;

/** An agent's answer without the agent, the event and the prompts. */
export type Answer = Omit<AgentAnswer, 'agentId' | 'eventId' | 'promptSystem' | 'promptUser'>;

/** Converts a completion to an answer: a decision, or an automatic abstention with its reason. */
export function toAnswer(completion: Completion): Answer {
  const record = {
    rawOutput: cutToBytes(completion.text, RAW_OUTPUT_BYTES),
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
    abstainDetail: cutToBytes(cleanOutsideText(abstainDetail), DETAIL_BYTES),
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
    rejectedOutput: cutToBytes(first.rawOutput, REJECTED_OUTPUT_BYTES),
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
