/** How any service can fail on the way to an answer, whatever was asked. */
const transportKinds = ['hang', 'hang-in-body', 'connection-drop', 'not-json'] as const;

/** What can go wrong with one call to Kalshi. The README says what each looks like. */
export const kalshiCallKinds = [
  ...transportKinds,
  'rate-limited',
  'unavailable-html',
  'forbidden-html',
  'bad-request',
  'bad-request-flat',
  'not-found',
  'short-page',
  'repeated-cursor',
  'no-cursor',
  'expired-cursor',
  'empty-list',
  'no-categories',
] as const;

/** How the whole life of a market can go wrong. */
export const marketLifeKinds = [
  'archived',
  'result-changes',
  'disputed',
  'final-word-changes',
  'closes-earlier',
  'closes-later',
  'settles-half',
  'settles-without-value',
  'value-comes-later',
  'expected-later',
  'gone',
] as const;

/** How a market can be written on the wire. */
export const marketWireKinds = [
  'no-quotes',
  'wide-quotes',
  'stale-trade',
  'over',
  'unknown-words',
  'unreadable-price',
  'four-decimals',
  'microsecond-times',
  'contradicting-words',
] as const;

export const openRouterCallKinds = [
  ...transportKinds,
  'fenced-json',
  'prose-around-json',
  'prose',
  'reasoned-draft',
  'draft-and-final',
  'content-parts',
  'bare-pass',
  'wrong-shape',
  'cut-json',
  'empty-length',
  'null-content',
  'refusal',
  'content-filter',
  'error-in-200',
  'finish-reason-error',
  'bad-request',
  'unauthorized',
  'no-credit',
  'credit-in-flight',
  'key-limit',
  'moderated',
  'data-policy',
  'retired',
  'no-endpoints',
  'rate-limited',
  'rate-limited-retry-after',
  'rate-limited-reset',
  'daily-limit',
  'server-error',
  'bad-gateway-html',
  'upstream-timeout',
  'other-model',
  'no-cost',
  'odd-usage',
  'own-key',
] as const;

/** How `GET /models` can list a model. */
export const modelKinds = ['unlisted', 'expiring', 'unstructured'] as const;

export const exaCallKinds = [
  ...transportKinds,
  'object-answer',
  'no-citations',
  'bare-citations',
  'late-citation',
  'no-cost',
  'bad-request',
  'unauthorized',
  'no-credit',
  'prohibited',
  'rate-limited',
  'rate-limited-retry-after',
  'no-answer',
  'server-error',
  'overloaded',
] as const;

export type KalshiCallKind = (typeof kalshiCallKinds)[number];
export type MarketLifeKind = (typeof marketLifeKinds)[number];
export type MarketWireKind = (typeof marketWireKinds)[number];
export type OpenRouterCallKind = (typeof openRouterCallKinds)[number];
export type ModelKind = (typeof modelKinds)[number];
export type ExaCallKind = (typeof exaCallKinds)[number];

/** Kinds that hold for a market or a model as long as their rule exists; all others hit a single call. */
export const standingKinds: ReadonlySet<string> = new Set([...marketLifeKinds, ...marketWireKinds, ...modelKinds]);
