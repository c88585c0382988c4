import type { Table } from './table.ts';
import { bets } from './tables/bets.ts';
import { candidates } from './tables/candidates.ts';
import { costs } from './tables/costs.ts';
import { events } from './tables/events.ts';
import { matchDays } from './tables/match-days.ts';
import { amendments, outcomes } from './tables/outcomes.ts';
import { ledgerEntries, outcomeReceipts, receipts } from './tables/proofs.ts';
import { quotes } from './tables/quotes.ts';
import { agents, personas } from './tables/roster.ts';

/** Every table of the dataset, in the order in which the README explains them. */
export const TABLES: readonly Table[] = [
  matchDays,
  events,
  quotes,
  bets,
  outcomes,
  amendments,
  agents,
  personas,
  candidates,
  costs,
  ledgerEntries,
  receipts,
  outcomeReceipts,
];
