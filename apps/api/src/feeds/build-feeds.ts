import type { AmendedEvent } from '../read-models/amended-event.ts';
import type { AgentBetView } from '../views/agent-bets-view.ts';
import type { BatchView } from '../views/batch-list-view.ts';
import type { EventRowView } from '../views/event-row-view.ts';
import type { FullReceiptView } from '../views/receipt-list-view.ts';
import { FEED_LENGTH, type Feed, type FeedEntry } from './feed.ts';

/** When each day was committed, by its date. Days from before receipts do not say. */
export type CommitTimes = ReadonlyMap<string, string>;

export function buildDayFeed(days: readonly BatchView[], committedAt: CommitTimes): Feed {
  const entries = days.flatMap(({ date, persona_name, events, total_bets, staked_bets, receipt }) => {
    const updated = committedAt.get(date);
    if (updated === undefined) return [];
    const card = events.map(({ title }, index) => `${index + 1}. ${title}`).join('\n');
    const sum = `${staked_bets} bets among ${total_bets} answers. Persona: ${persona_name}.`;
    const text = `${card}\n\n${sum}\nReceipt: ${receipt?.sha256 ?? 'none'}`;
    return [{ key: `day:${date}`, title: `Match day ${date}`, updated, path: '/events', text }];
  });
  return { key: 'days', title: 'Coliseum: match days', path: '/api/feeds/days.atom', entries };
}

export function buildReceiptFeed(receipts: readonly FullReceiptView[]): Feed {
  const entries = receipts.map(({ date, sequence, sha256, previous_sha256, created_at }) => ({
    key: `receipt:${date}`,
    title: `Receipt ${sequence} of ${date}: ${sha256}`,
    updated: created_at,
    path: `/api/receipts/${date}`,
    text: `sha256 ${sha256}\nprevious ${previous_sha256 ?? 'none'}`,
  }));
  return { key: 'receipts', title: 'Coliseum: receipts', path: '/api/feeds/receipts.atom', entries };
}

export function buildSettlementFeed(events: readonly EventRowView[]): Feed {
  const entries = events.flatMap((event) => {
    const { id, title, question, outcome, settled_at, locked_price_exact, forecasts } = event;
    if (settled_at === null || outcome === null) return [];
    const results = forecasts
      .filter(({ pnl_cents, stake_cents }) => pnl_cents !== null && stake_cents > 0)
      .map(({ agent_name, decision, pnl_cents }) => `${agent_name} ${decision}: ${formatMoney(pnl_cents ?? 0)}`);
    const text = [`${question}\nThe line was ${locked_price_exact}.`, ...results].join('\n');
    return [
      { key: `settlement:${id}`, title: `${outcome}: ${title}`, updated: settled_at, path: `/events/${id}`, text },
    ];
  });
  return {
    key: 'settlements',
    title: 'Coliseum: settlements',
    path: '/api/feeds/settlements.atom',
    entries: sortNewest(entries),
  };
}

export function buildAmendmentFeed(events: readonly AmendedEvent[]): Feed {
  const entries = events.flatMap(({ id, title, outcomes }) =>
    outcomes.slice(1).map(({ outcome, since }, index) => ({
      key: `amendment:${id}:${index + 1}`,
      title: `Amended to ${outcome}: ${title}`,
      updated: since,
      path: `/events/${id}`,
      text: `The exchange changed its final result. The outcome was ${outcomes[index]?.outcome ?? 'unknown'} and is ${outcome} now. Every stake was reversed and posted again.`,
    })),
  );
  return {
    key: 'amendments',
    title: 'Coliseum: amended outcomes',
    path: '/api/feeds/amendments.atom',
    entries: sortNewest(entries),
  };
}

type AgentNews = {
  readonly id: string;
  readonly name: string;
  readonly bets: readonly AgentBetView[];
  readonly committedAt: CommitTimes;
};

/** One entry for each day: an agent decides once a day. */
export function buildAgentFeed({ id, name, bets, committedAt }: AgentNews): Feed {
  const entries = [...Map.groupBy(bets, ({ date }) => date)].flatMap(([date, answers]) => {
    const updated = committedAt.get(date);
    if (updated === undefined) return [];
    const staked = answers.filter(({ decision }) => decision !== 'ABSTAIN').length;
    const title = `${name} on ${date}: ${staked} of ${answers.length} matches`;
    const text = answers.map(describeAnswer).join('\n');
    return [{ key: `agent:${id}:${date}`, title, updated, path: `/agents/${id}`, text }];
  });
  return { key: `agent:${id}`, title: `Coliseum: ${name}`, path: `/api/feeds/agents/${id}.atom`, entries };
}

function describeAnswer(bet: AgentBetView): string {
  const { decision, automatic, amount_cents, locked_price_exact, event_title } = bet;
  if (decision === 'ABSTAIN') return `${automatic ? 'No answer' : 'Pass'}: ${event_title}`;
  return `${decision}, ${formatMoney(amount_cents)} at ${locked_price_exact}: ${event_title}`;
}

function sortNewest(entries: readonly FeedEntry[]): FeedEntry[] {
  return entries.toSorted((a, b) => (a.updated < b.updated ? 1 : -1)).slice(0, FEED_LENGTH);
}

function formatMoney(cents: number): string {
  const digits = (Math.abs(cents) / 100).toFixed(2);
  return `${cents < 0 ? '-' : ''}$${digits}`;
}
