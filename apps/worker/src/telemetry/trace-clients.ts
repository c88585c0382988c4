import type { ExaClient } from '@coliseum/exa/client';
import type { KalshiClient } from '@coliseum/kalshi/client';
import type { OpenRouterClient } from '@coliseum/openrouter/client';
import { countCost, traceCall, type TraceDependencies, type TracedCall } from './trace-call.ts';

/** Kalshi with a span and measurements for each call. */
export function traceKalshi(client: KalshiClient, dependencies: TraceDependencies): KalshiClient {
  const describeCall = (operation: string, ticker?: string): TracedCall => ({
    service: 'kalshi',
    operation,
    ...(ticker !== undefined && { attributes: { ticker } }),
  });
  return {
    listCandidates: async (window) =>
      await traceCall(describeCall('list-candidates'), dependencies, async (note) => {
        const candidates = await client.listCandidates(window);
        note({ candidates: candidates.length });
        return candidates;
      }),
    getMarket: async (ticker) =>
      await traceCall(describeCall('get-market', ticker), dependencies, async () => await client.getMarket(ticker)),
    getOutcome: async (ticker) =>
      await traceCall(describeCall('get-outcome', ticker), dependencies, async (note) => {
        const outcome = await client.getOutcome(ticker);
        note({ state: outcome.state });
        return outcome;
      }),
  };
}

/** OpenRouter with a span and measurements for each call: tokens and cost, never prompts or answers. */
export function traceOpenRouter(client: OpenRouterClient, dependencies: TraceDependencies): OpenRouterClient {
  return {
    complete: async (input) => {
      const { model, maxTokens, schema } = input;
      const attributes = { schema: schema.name, maxTokens };
      const call: TracedCall = { service: 'openrouter', operation: 'complete', model, attributes };
      return await traceCall(call, dependencies, async (note) => {
        const completion = await client.complete(input);
        const { promptTokens, completionTokens, reasoningTokens, costMicroDollars } = completion.usage;
        const { servedModel, finishReason, latencyMs } = completion;
        note({ promptTokens, completionTokens, reasoningTokens, servedModel, finishReason, latencyMs });
        note({ isRefusal: completion.refusal !== null });
        countCost(costMicroDollars, call, { telemetry: dependencies.telemetry, note });
        return completion;
      });
    },
    listModels: async () =>
      await traceCall(
        { service: 'openrouter', operation: 'list-models' },
        dependencies,
        async () => await client.listModels(),
      ),
  };
}

/** Exa with a span and measurements for each call. */
export function traceExa(client: ExaClient, dependencies: TraceDependencies): ExaClient {
  const call: TracedCall = { service: 'exa', operation: 'answer' };
  return {
    answer: async (question) =>
      await traceCall(call, dependencies, async (note) => {
        const answer = await client.answer(question);
        note({ citations: answer.citations.length });
        countCost(answer.costMicroDollars, call, { telemetry: dependencies.telemetry, note });
        return answer;
      }),
  };
}
