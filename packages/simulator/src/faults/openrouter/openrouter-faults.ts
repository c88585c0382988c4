import { PromptMessages, promptText } from '../../openrouter/prompt-reader.ts';
import type { SimulatorClock } from '../../server/simulator-clock.ts';
import type { FaultBook } from '../fault-book.ts';
import { fieldOf } from '../json-fields.ts';
import { namesTicker } from '../names-ticker.ts';
import type { ServiceFaults } from '../register-fault-hooks.ts';
import { changeModels } from './change-models.ts';
import { openRouterEffects } from './openrouter-effects.ts';

/** OpenRouter to the hooks of faults. A call concerns the markets whose tickers stand in its messages. */
export function openRouterFaults(faults: FaultBook, clock: SimulatorClock): ServiceFaults {
  return {
    service: 'openrouter',
    effects: openRouterEffects,
    describe: ({ body }) => ({
      model: textOrNull(fieldOf(body, 'model')),
      schema: textOrNull(fieldOf(fieldOf(fieldOf(body, 'response_format'), 'json_schema'), 'name')),
      concerns: (ticker) => namesTicker(messagesText(body), ticker),
    }),
    changeStanding: (answer) =>
      fieldOf(answer, 'data') === undefined
        ? answer
        : changeModels(answer, (slug) => faults.decideStanding('openrouter', slug), clock.nowMs()),
  };
}

function messagesText(body: unknown): string {
  const messages = PromptMessages.safeParse(fieldOf(body, 'messages'));
  return messages.success ? promptText(messages.data) : '';
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
