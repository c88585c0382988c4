import type { CompletionUsage } from './completion.ts';
import type { WireUsage } from './wire.ts';

const MICRO_DOLLARS_PER_DOLLAR = 1_000_000;
/** The most that the database keeps of a count. */
const MAX_TOKENS = 2 ** 31 - 1;
/** A thousand times what the dearest answer costs. What is above is a mistake, and must not end the day's budget. */
const MAX_COST_DOLLARS = 1_000;

/**
 * What an answer used and cost. Statistics decide nothing about the answer: they are rounded, and one that is no number
 * counts as not stated.
 */
export function readUsage(usage: WireUsage | null | undefined): CompletionUsage {
  return {
    promptTokens: readTokens(usage?.prompt_tokens),
    completionTokens: readTokens(usage?.completion_tokens),
    reasoningTokens: readTokens(usage?.completion_tokens_details?.reasoning_tokens),
    costMicroDollars: readCost(usage),
  };
}

/**
 * With a key of one's own at the provider (`is_byok`), `cost` is OpenRouter's fee alone, often 0, and the provider
 * charges the rest. Otherwise `cost` has all of it.
 */
function readCost(usage: WireUsage | null | undefined): number | null {
  const cost = readStatistic(usage?.cost);
  if (usage?.is_byok !== true && usage?.is_byok !== 'true') return toMicroDollars(cost);
  const upstream = readUpstreamCost(usage);
  return upstream === null ? null : toMicroDollars((cost ?? 0) + upstream);
}

function readUpstreamCost({ cost_details: details }: WireUsage): number | null {
  const total = readStatistic(details?.upstream_inference_cost);
  if (total !== null) return total;
  const prompt = readStatistic(details?.upstream_inference_prompt_cost);
  const completion = readStatistic(details?.upstream_inference_completions_cost);
  return prompt === null || completion === null ? null : prompt + completion;
}

function toMicroDollars(dollars: number | null): number | null {
  if (dollars === null || dollars > MAX_COST_DOLLARS) return null;
  return Math.round(dollars * MICRO_DOLLARS_PER_DOLLAR);
}

function readTokens(value: unknown): number {
  return Math.min(MAX_TOKENS, Math.round(readStatistic(value) ?? 0));
}

/** A number of zero or more, also one that is written as a text. */
function readStatistic(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
}
