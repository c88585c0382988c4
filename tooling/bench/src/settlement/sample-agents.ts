import { AGENT_HISTORY_LENGTH, type Agent } from '@coliseum/domain/agent';
import { AGENT_COUNT, STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import { toMatchDate } from '@coliseum/domain/match-date';
import { EMPTY_STATS } from '@coliseum/domain/statistics';
import { toObjectId } from './sample-values.ts';

/** What every stake of the sample is. */
export const STAKE_CENTS = 10_000;

const SEASON_START = new Date('2026-01-01T14:00:00Z');

/** Eight agents in mid-season: a full history, and a stake reserved on each of `openBets` events. */
export function createSampleAgents(openBets: number): Agent[] {
  return Array.from({ length: AGENT_COUNT }, (_, index) => createSampleAgent(index, openBets));
}

function createSampleAgent(index: number, openBets: number): Agent {
  const reservedCents = index === 0 ? 0 : openBets * STAKE_CENTS;
  return {
    id: toObjectId(index + 1),
    name: `Agent ${index + 1}`,
    modelSlug: `bench/agent-${index + 1}`,
    family: `family-${index + 1}`,
    displayColor: '#1f8549',
    displayColorText: '#ffffff',
    avatarInitials: `A${index + 1}`,
    rosterOrder: index + 1,
    from: toMatchDate(SEASON_START),
    until: null,
    founding: true,
    startingBankrollCents: STARTING_BANKROLL_CENTS,
    currentBankrollCents: STARTING_BANKROLL_CENTS,
    reservedCents,
    totalPnlCents: 0,
    stats: { ...EMPTY_STATS, totalBets: openBets, stakedCents: reservedCents },
    history: Array.from({ length: AGENT_HISTORY_LENGTH }, (__, entry) => ({
      eventId: toObjectId(0x40_0000 + entry),
      betId: toObjectId(0x50_0000 + entry),
      decision: 'YES',
      amountCents: STAKE_CENTS,
      pnlCents: -STAKE_CENTS,
      result: 'LOSS',
      settledAt: SEASON_START,
    })),
    createdAt: SEASON_START,
    updatedAt: SEASON_START,
  };
}
