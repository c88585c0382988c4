import { PromptMessages, joinPromptText } from '../../openrouter/prompt-reader.ts';
import type { SimulatorClock } from '../../server/simulator-clock.ts';
import type { FaultBook } from '../fault-book.ts';
import { readField } from '../json-fields.ts';
import { mentionsTicker } from '../mentions-ticker.ts';
import type { ServiceFaults } from '../register-fault-hooks.ts';
import { changeModels } from './change-models.ts';
import { openRouterEffects } from './openrouter-effects.ts';

/** OpenRouter as the fault hooks see it. A call concerns the markets whose tickers are in its messages. */
export function createOpenRouterFaults(faults: FaultBook, clock: SimulatorClock): ServiceFaults {
  return {
    service: 'openrouter',
    effects: openRouterEffects,
    describe: ({ body }) => ({
      model: toTextOrNull(readField(body, 'model')),
      schema: toTextOrNull(readField(readField(readField(body, 'response_format'), 'json_schema'), 'name')),
      concerns: (ticker) => mentionsTicker(readMessagesText(body), ticker),
    }),
    changeStanding: (answer) =>
      readField(answer, 'data') === undefined
        ? answer
        : changeModels(answer, (slug) => faults.decideStanding('openrouter', slug), clock.nowMs()),
  };
}

function readMessagesText(body: unknown): string {
  const messages = PromptMessages.safeParse(readField(body, 'messages'));
  return messages.success ? joinPromptText(messages.data) : '';
}

function toTextOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
