import { readEnvironment } from '@coliseum/config/environment';
import { Side } from '@coliseum/domain/bet';
import { AppError } from '@coliseum/domain/errors/app-error';
import { FeeRule } from '@coliseum/domain/fee-rule';
import { formatCents } from '@coliseum/domain/money';
import { formatMicros, toMicros } from '@coliseum/domain/price';
import { createKalshiClient } from '@coliseum/kalshi/client';
import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import type { BetTerms } from '@coliseum/payout/bet-terms';
import { explainSettlement, type SettlementSteps } from '@coliseum/payout/explain-settlement';
import { parseChoice, parsePrice, parseStake } from '../arguments.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withServices } from '../with-services.ts';

type SettlementOptions = {
  readonly ticker: string;
  readonly side: string;
  readonly stake: string;
  readonly price: string;
};

/**
 * `arena try settlement`: settles a made-up stake on a market that the exchange has finalized, line by line, under each
 * fee rule. Reads the exchange, and no database.
 */
export async function trySettlement(
  { env }: ProcessEnvironment,
  { ticker, ...options }: SettlementOptions,
): Promise<CommandResult> {
  const stakeCents = parseStake('--stake', options.stake);
  const side = parseChoice('--side', options.side.toUpperCase(), Side.options);
  const lockedPriceMicros = toMicros(parsePrice('--price', options.price));
  const valueMicros = await readFinalValue(env, ticker);
  const bets = FeeRule.options.map((feeRule) => {
    const terms = { stakeCents, side, lockedPriceMicros, feeRule };
    return { ...terms, ...explainSettlement(terms, valueMicros) };
  });
  const settlementValue = formatMicros(valueMicros);
  const head = `${ticker} is final: a YES contract paid $${settlementValue}. A stake of ${formatCents(stakeCents)} on ${side}, with YES locked at ${options.price}:`;
  const data = { ticker, settlementValue, bets };
  return { data, text: [head, ...bets.flatMap(describeBet), 'Nothing is stored.'].join('\n') };
}

async function readFinalValue(env: ProcessEnvironment['env'], ticker: string): Promise<number> {
  const outcome = await withServices(readEnvironment(env), async ({ kalshi }) => {
    return await createKalshiClient({ baseUrls: kalshi.baseUrls, ...kalshi.pace }).getOutcome(ticker);
  });
  if (outcome.state === 'final') return outcome.settlementValueMicros;
  throw new AppError({ code: 'ARGUMENT_INVALID', message: `--ticker: ${ticker} ${explainOpen(outcome)}` });
}

function explainOpen(outcome: Exclude<MarketOutcome, { readonly state: 'final' }>): string {
  if (outcome.state !== 'pending') return `has no value to settle by. ${outcome.reason}`;
  return `has no final result yet; its status is ${outcome.status}. Choose a market that is settled.`;
}

function describeBet({ feeRule, stakeCents, ...steps }: BetTerms & SettlementSteps): string[] {
  const { contracts, sidePrice, sideValue, grossPayout, fee, feeCents, pnlCents, reserveCents, result } = steps;
  const stake = formatCents(stakeCents);
  return [
    '',
    feeRule,
    `  reserved at the commit      ${formatCents(reserveCents)}`,
    `  contracts = stake / price   ${stake} / $${sidePrice} = ${contracts}`,
    `  payout = contracts x value  ${contracts} x $${sideValue} = $${grossPayout}`,
    `  fee                         $${fee}, shown as ${formatCents(feeCents)}`,
    `  profit or loss              $${grossPayout} - ${stake} - $${fee} = ${formatCents(pnlCents)}, rounded once (${result})`,
  ];
}
