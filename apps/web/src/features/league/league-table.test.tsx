import type { AgentRowView } from '@coliseum/api/views/agent-row-view';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { makeAgentRow } from '#web/testing/make-agent.ts';
import { LeagueTable } from './league-table.tsx';

function render(...agents: AgentRowView[]): string {
  return renderToStaticMarkup(
    <LeagueTable
      leaderboard={{
        updated_at: '2026-11-18T18:00:00.000Z',
        ranking: 'money',
        statement: 'Nobody is separable from the market or from each other yet.',
        complete_days: 3,
        agents,
        crowd: { brier: null },
      }}
    />,
  );
}

const agent = (name: string, rank: number, dollars: number, changes: Partial<AgentRowView> = {}) =>
  makeAgentRow({ id: name, name, rank, current_bankroll_cents: dollars * 100, ...changes });

const readNames = (html: string) =>
  [...html.matchAll(/class="who-name">(?:<a [^>]+>)?([^<]+)/g)].map(([, name]) => name);

test('the Crowd cuts the table at $100,000', () => {
  expect(readNames(render(agent('Rich', 1, 110_000), agent('Poor', 2, 90_000)))).toEqual(['Rich', 'The Crowd', 'Poor']);
  expect(readNames(render(agent('Poor', 1, 90_000)))).toEqual(['The Crowd', 'Poor']);
  expect(readNames(render(agent('Level', 1, 100_000)))).toEqual(['Level', 'The Crowd']);
});

test('everyone at rank 1 has the gold plaque, but nobody does while all are level', () => {
  const countPlaques = (html: string) => html.match(/class="a-ml first"/g)?.length ?? 0;

  expect(countPlaques(render(agent('A', 1, 110_000), agent('B', 1, 110_000), agent('C', 3, 90_000)))).toBe(2);
  expect(countPlaques(render(agent('A', 1, 100_000), agent('B', 1, 100_000)))).toBe(0);
});

test('an edge is shown without an interval, and a missing one says not scored yet', () => {
  expect(render(agent('A', 1, 100_000, { mean_edge: -0.0144 }))).toContain('\u22120.014');
  expect(render(agent('A', 1, 100_000))).toContain('not scored yet');
  expect(render(agent('A', 1, 100_000, { mean_edge: 0.01 }))).not.toContain('class="ci"');
});

test('a broke agent stays in the table and is marked', () => {
  const html = render(agent('Gone', 2, 0, { broke: true }), agent('Here', 1, 100_000));
  expect(readNames(html)).toContain('Gone');
  expect(html.match(/Broke</g)).toHaveLength(1);
});

test('an agent that departed stays in the table and is marked, with its last day', () => {
  const html = render(agent('Gone', 2, 0, { departed: true, until: '2026-03-04' }), agent('Here', 1, 100_000));
  expect(readNames(html)).toContain('Gone');
  expect(html.match(/Departed</g)).toHaveLength(1);
  expect(html).toContain('its last match day was');
});

test('passes and no answers are counted separately', () => {
  const stats = { ...makeAgentRow().stats, wins: 35, losses: 29, voids: 1, abstentions: 22, passes: 19, no_answers: 3 };

  expect(render(agent('A', 1, 100_000, { stats }))).toContain('35–29–1<small>19 passes, 3 no answer</small>');
});
