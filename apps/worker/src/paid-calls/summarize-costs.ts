import { assertNever } from '@coliseum/domain/assert';
import type { PaidCall } from '@coliseum/domain/paid-call';

export const COST_GROUPINGS = ['day', 'service', 'purpose', 'agent', 'event'] as const;
export type CostGrouping = (typeof COST_GROUPINGS)[number];

/** What some calls cost together. */
export type CostLine = {
  /** Date, service, purpose, agent's id or event's id; null for the calls that have none. */
  readonly key: string | null;
  readonly calls: number;
  readonly failed: number;
  /** Calls of which nobody knows the cost; they count nothing below. */
  readonly costUnknown: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly costMicroDollars: number;
};

/** The calls' costs, one line for each key in the order of its first call. */
export function summarizeCosts(calls: readonly PaidCall[], by: CostGrouping): readonly CostLine[] {
  const lines = new Map<string | null, CostLine>();
  for (const call of calls) {
    const key = toGroupKey(call, by);
    lines.set(key, addCall(lines.get(key) ?? createEmptyLine(key), call));
  }
  return [...lines.values()];
}

/** What all of the calls cost together. */
export function sumCosts(calls: readonly PaidCall[]): CostLine {
  return calls.reduce(addCall, createEmptyLine(null));
}

function toGroupKey(call: PaidCall, by: CostGrouping): string | null {
  switch (by) {
    case 'day':
      return call.date;
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
