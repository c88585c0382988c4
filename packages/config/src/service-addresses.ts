/** Where the real services live. Kalshi has two hosts for the same interface, to be tried in this order. */
export const serviceAddresses = {
  kalshi: ['https://external-api.kalshi.com/trade-api/v2', 'https://api.elections.kalshi.com/trade-api/v2'],
  openRouter: 'https://openrouter.ai/api/v1',
  exa: 'https://api.exa.ai',
} as const;
