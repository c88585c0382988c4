import { assertNever } from '@coliseum/domain/assert';
import type { PaidCall } from '@coliseum/domain/paid-call';

export const COST_GROUPINGS = ['day', 'month', 'service', 'purpose', 'agent', 'event', 'agent-event'] as const;
export type CostGrouping = (typeof COST_GROUPINGS)[number];

/** The total cost of a group of calls. */
export type CostLine = {
  /** Date, month, service, purpose, agent id, event id or both of them with a space between; null for calls without one. */
  readonly key: string | null;
  readonly calls: number;
  readonly failed: number;
  /** Number of calls of unknown cost, which add nothing to `costMicroDollars`. */
  readonly costUnknown: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly costMicroDollars: number;
};

/** Groups calls and adds up their costs. Lines are in the order of their first call. */
export function summarizeCosts(calls: readonly PaidCall[], by: CostGrouping): readonly CostLine[] {
  const lines = new Map<string | null, CostLine>();
  for (const call of calls) {
    const key = toGroupKey(call, by);
    lines.set(key, addCall(lines.get(key) ?? createEmptyLine(key), call));
  }
  return [...lines.values()];
}

/** Adds up the costs of all calls. */
export function sumCosts(calls: readonly PaidCall[]): CostLine {
  return calls.reduce(addCall, createEmptyLine(null));
}

function toGroupKey(call: PaidCall, by: CostGrouping): string | null {
  switch (by) {
    case 'day':
      return call.date;
    case 'month':
      return call.date.slice(0, 7);
    case 'agent-event':
      return call.agentId === null || call.eventId === null ? null : `${call.agentId} ${call.eventId}`;
    case 'service':
      return call.service;
    case 'purpose':
      return call.purpose;
    case 'agent':
      return call.agentId;
    case 'event':
      return call.eventId;
    default:
      return assertNever(by);
  }
}

function createEmptyLine(key: string | null): CostLine {
  return { key, calls: 0, failed: 0, costUnknown: 0, promptTokens: 0, completionTokens: 0, costMicroDollars: 0 };
}

function addCall(line: CostLine, { errorCode, usage, costMicroDollars }: PaidCall): CostLine {
  return {
    key: line.key,
    calls: line.calls + 1,
    failed: line.failed + (errorCode === null ? 0 : 1),
    costUnknown: line.costUnknown + (costMicroDollars === null ? 1 : 0),
    promptTokens: line.promptTokens + (usage?.promptTokens ?? 0),
    completionTokens: line.completionTokens + (usage?.completionTokens ?? 0),
    costMicroDollars: line.costMicroDollars + (costMicroDollars ?? 0),
  };
}
