import { AGENT_HISTORY_LENGTH, type Agent } from '../agent.ts';
import type { PlacedBet, StakedBet } from '../bet.ts';
import { settleAccountBet, toHistoryEntry, type StakeResult } from '../statistics.ts';

/** The whole agent after one of its bets was settled: its account, and its history as the database extends and cuts it. */
export function settleAgentBet(agent: Agent, bet: StakedBet<PlacedBet>, settled: StakeResult): Agent {
  const history = [...agent.history, toHistoryEntry(bet, settled)].slice(-AGENT_HISTORY_LENGTH);
  return { ...agent, ...settleAccountBet(agent, bet, settled), history };
}
