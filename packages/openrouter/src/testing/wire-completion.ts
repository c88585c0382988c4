/** A chat completion as OpenRouter sends it in late 2026, invented, with what a test changes in it. */
export function buildWireCompletion(content: unknown, changes: WireChanges = {}): Record<string, unknown> {
  const { choice, message, ...top } = changes;
  return {
    id: 'gen-1795340112-Qm3xT7bLr0ZkP9sVd2Ha',
    object: 'chat.completion',
    created: 1_795_340_112,
    model: 'acme/oracle-5-20261101',
    provider: 'Acme',
    system_fingerprint: null,
    service_tier: null,
    choices: [
      {
        index: 0,
        logprobs: null,
        finish_reason: 'stop',
        native_finish_reason: 'end_turn',
        message: { role: 'assistant', content, refusal: null, reasoning: null, reasoning_details: [], ...message },
        ...choice,
      },
    ],
    usage: {
      prompt_tokens: 1820,
      completion_tokens: 96,
      total_tokens: 1916,
      cost: 0.0046,
      is_byok: false,
      prompt_tokens_details: { cached_tokens: 0, cache_write_tokens: 0, audio_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 40, image_tokens: 0 },
      cost_details: { upstream_inference_cost: null },
    },
    ...top,
  };
}

type WireChanges = {
  readonly choice?: Readonly<Record<string, unknown>>;
  readonly message?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
};
