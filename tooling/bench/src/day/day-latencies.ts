/** How long the services take, as `PUT /admin/latencies` of the simulator takes it; the first rule that matches decides. */
export const DAY_LATENCIES = [
  { service: 'kalshi', latency: { kind: 'uniform', minMs: 100, maxMs: 400 } },
  { service: 'exa', latency: { kind: 'uniform', minMs: 2_000, maxMs: 6_000 } },
  // The model that picks the markets; all others decide.
  {
    service: 'openrouter',
    model: 'openai/gpt-6.1-terra',
    latency: { kind: 'uniform', minMs: 4_000, maxMs: 10_000 },
  },
  { service: 'openrouter', endpoint: '/chat/completions', latency: { kind: 'uniform', minMs: 5_000, maxMs: 45_000 } },
] as const;
