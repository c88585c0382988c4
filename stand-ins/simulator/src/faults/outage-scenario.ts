import type { ScenarioInput } from './scenario.ts';

/**
 * A scenario in which a share of all outside calls fails, 0 to 1, each in a way that is over at once or that another try
 * may get past. Nothing hangs: a season waits for no timeout. The seed decides which calls fail.
 */
export function buildOutageScenario(share: number): ScenarioInput {
  return {
    faults: [
      {
        name: 'kalshi-outage',
        service: 'kalshi',
        probability: share,
        kinds: ['rate-limited', 'unavailable-html', 'connection-drop', 'not-json'],
      },
      {
        name: 'openrouter-outage',
        service: 'openrouter',
        probability: share,
        kinds: ['rate-limited', 'bad-gateway-html', 'error-in-200', 'finish-reason-error', 'connection-drop', 'prose'],
      },
      {
        name: 'exa-outage',
        service: 'exa',
        probability: share,
        kinds: ['rate-limited', 'overloaded', 'connection-drop', 'no-answer'],
      },
    ],
  };
}
