import 'server-only';
import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { cache } from 'react';
import { askApi } from '#web/lib/api/ask-api.ts';

// Each query runs once per page, however many components need its result.

export const getStatus = cache(() => askApi((client) => client.status.query()));

export const getRules = cache(() => askApi((client) => client.rules.query()));

export const getLeaderboard = cache(() => askApi((client) => client.leaderboard.query()));

export const getPersona = cache(() => askApi((client) => client.persona.current.query()));

/** The matches of the latest two match days, newest first. */
export const getLatestEvents = cache(() =>
  askApi((client) => client.events.list.query({ limit: 2 * MATCHES_PER_DAY, offset: 0 })),
);

export const getEvent = cache((eventId: string) => askApi((client) => client.events.byId.query({ event_id: eventId })));

export const getAgent = cache((agentId: string) => askApi((client) => client.agents.byId.query({ agent_id: agentId })));

export type EventFilter = {
  readonly limit: number;
  readonly offset: number;
  readonly status?: 'open' | 'settled';
  readonly category?: string;
};

/** One page of the list of matches. */
export function getEvents(filter: EventFilter) {
  return askApi((client) => client.events.list.query(filter));
}
