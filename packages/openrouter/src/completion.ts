export type CompletionUsage = {
  readonly promptTokens: number;
  /** Reasoning included: it is billed as output. */
  readonly completionTokens: number;
  readonly reasoningTokens: number;
  /** Null where OpenRouter did not say. */
  readonly costMicroDollars: number | null;
};

/** What a model answered. A refusal or a truncated answer is returned too: what it means is for the caller to decide. */
export type Completion = {
  /** As the model wrote it; empty where it wrote nothing. Untrusted. `readMeantAnswer` finds the answer in it. */
  readonly text: string;
  /** The model that actually answered. It may differ from the one that was asked. */
  readonly servedModel: string;
  /** `stop`, `length`, `content_filter`, `tool_calls`, or what OpenRouter adds. */
  readonly finishReason: string;
  /** The model's own words when it declines. */
  readonly refusal: string | null;
  readonly usage: CompletionUsage;
  /** Of the try that succeeded. */
  readonly latencyMs: number;
  readonly generationId: string;
};
