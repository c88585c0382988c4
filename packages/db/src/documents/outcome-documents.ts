import { EventOutcome, type Amendment } from '@coliseum/domain/event';
import type { MarketSettlement } from '@coliseum/domain/market-settlement';
import type { StoredRow, StoredValueObject } from '../contract/stored-document.ts';

// How a market ended, wherever it is embedded. Prisma types an outcome in an embedded document as any text.

type AmendmentRow = StoredRow<'ArenaEvent'>['amendments'][number];
type MarketSettlementRow = NonNullable<StoredRow<'DayRecord'>['candidates'][number]['settlement']>;

export function toAmendment(amendment: Amendment): StoredValueObject<'Amendment'> {
  return {
    at: amendment.at,
    previous_outcome: amendment.previousOutcome,
    previous_value: amendment.previousValue,
  };
}

export function fromAmendment(row: AmendmentRow): Amendment {
  return {
    at: row.at,
    previousOutcome: EventOutcome.parse(row.previous_outcome),
    previousValue: row.previous_value ?? null,
  };
}

export function toMarketSettlement(settlement: MarketSettlement): StoredValueObject<'MarketSettlement'> {
  return { outcome: settlement.outcome, value: settlement.value, settled_at: settlement.settledAt };
}

export function fromMarketSettlement(row: MarketSettlementRow): MarketSettlement {
  return { outcome: EventOutcome.parse(row.outcome), value: row.value ?? null, settledAt: row.settled_at };
}
