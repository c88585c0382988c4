import type { FaultBook } from '../fault-book.ts';
import { readField } from '../json-fields.ts';
import type { ServiceFaults } from '../register-fault-hooks.ts';
import { changeMarkets } from './change-markets.ts';
import { kalshiEffects } from './kalshi-effects.ts';

/** Kalshi as the fault hooks see it. A call concerns the market of its path, or those of its `tickers`. */
export function createKalshiFaults(faults: FaultBook): ServiceFaults {
  return {
    service: 'kalshi',
    effects: kalshiEffects,
    describe: ({ params, query }) => ({
      model: null,
      schema: null,
      concerns: (ticker) => {
        const listed = readField(query, 'tickers');
        return (
          readField(params, 'ticker') === ticker || (typeof listed === 'string' && listed.split(',').includes(ticker))
        );
      },
    }),
    changeStanding: (answer) => changeMarkets(answer, (ticker) => faults.decideStanding('kalshi', ticker)),
  };
}
