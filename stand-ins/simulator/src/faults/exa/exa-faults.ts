import { readField } from '../json-fields.ts';
import { mentionsTicker } from '../mentions-ticker.ts';
import type { ServiceFaults } from '../register-fault-hooks.ts';
import { exaEffects } from './exa-effects.ts';

/** Exa as the fault hooks see it. A call concerns the market that its query names; nothing at Exa has a standing fault. */
export const exaFaults: ServiceFaults = {
  service: 'exa',
  effects: exaEffects,
  describe: ({ body }) => ({
    model: null,
    schema: null,
    concerns: (ticker) => {
      const query = readField(body, 'query');
      return typeof query === 'string' && mentionsTicker(query, ticker);
    },
  }),
  changeStanding: (answer) => answer,
};
