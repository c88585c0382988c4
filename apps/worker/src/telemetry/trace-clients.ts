import type { ExaClient } from '@coliseum/exa/client';
import type { KalshiClient } from '@coliseum/kalshi/client';
import type { OpenRouterClient } from '@coliseum/openrouter/client';
import { countCost, traceCall, type TraceDependencies, type TracedCall } from './trace-call.ts';

/** Wraps the Kalshi client with a span and metrics for each call. */
export function traceKalshi(dependencies: TraceDependencies, client: KalshiClient): KalshiClient {
  const describeCall = (operation: string, ticker?: string): TracedCall => ({
    service: 'kalshi',
    operation,
    ...(ticker !== undefined && { attributes: { ticker } }),
  });
  return {
    listCandidates: async (window) =>
      await traceCall(dependencies, describeCall('list-candidates'), async (note) => {
        const candidates = await client.listCandidates(window);
        note({ candidates: candidates.length });
        return candidates;
      }),
    getMarket: async (ticker) =>
      await traceCall(dependencies, describeCall('get-market', ticker), async () => await client.getMarket(ticker)),
    getOutcome: async (ticker) =>
      await traceCall(dependencies, describeCall('get-outcome', ticker), async (note) => {
        const outcome = await client.getOutcome(ticker);
        note({ state: outcome.state });
        return outcome;
      }),
  };
}

/** Wraps the OpenRouter client with a span and metrics for each call: tokens and cost, never prompts or answers. */
export function traceOpenRouter(dependencies: TraceDependencies, client: OpenRouterClient): OpenRouterClient {
  return {
    complete: async (input) => {
      const { model, maxTokens, schema } = input;
      const attributes = { schema: schema.name, maxTokens };
      const call: TracedCall = { service: 'openrouter', operation: 'complete', model, attributes };
      return await traceCall(dependencies, call, async (note) => {
        const completion = await client.complete(input);
        const { promptTokens, completionTokens, reasoningTokens, costMicroDollars } = completion.usage;
        const { servedModel, finishReason, latencyMs } = completion;
        note({ promptTokens, completionTokens, reasoningTokens, servedModel, finishReason, latencyMs });
        note({ isRefusal: completion.refusal !== null });
        countCost({ telemetry: dependencies.telemetry, note }, call, costMicroDollars);
        return completion;
      });
    },
    listModels: async () =>
      await traceCall(
        dependencies,
        { service: 'openrouter', operation: 'list-models' },
        async () => await client.listModels(),
      ),
  };
}

/** Wraps the Exa client with a span and metrics for each call. */
export function traceExa(dependencies: TraceDependencies, client: ExaClient): ExaClient {
  const call: TracedCall = { service: 'exa', operation: 'answer' };
  return {
    answer: async (question) =>
      await traceCall(dependencies, call, async (note) => {
        const answer = await client.answer(question);
        note({ citations: answer.citations.length });
        countCost({ telemetry: dependencies.telemetry, note }, call, answer.costMicroDollars);
        return answer;
      }),
  };
}
