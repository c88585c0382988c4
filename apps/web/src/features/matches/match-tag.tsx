import type { EventRowView } from '@coliseum/api/views/event-row-view';
import type { ReactElement } from 'react';
import { Tag } from '#web/components/ui/tag.tsx';
import { formatPrice } from '#web/lib/format/price.ts';

type MatchTagProps = {
  readonly event: Pick<EventRowView, 'status' | 'outcome' | 'settlement_value' | 'close_time'>;
  readonly now: string;
};

/** A match's status: open, closed, delayed, final with its outcome, or void. */
export function MatchTag({ event, now }: MatchTagProps): ReactElement {
  if (event.status === 'delayed') return <Tag kind="delay">Delayed</Tag>;
  if (event.status !== 'settled') return event.close_time > now ? <Tag kind="live">Open</Tag> : <Tag>Closed</Tag>;
  switch (event.outcome) {
    case 'VOID':
      return <Tag kind="void">Void: stakes returned</Tag>;
    case 'FRACTIONAL':
      return <Tag kind="won">Final: YES paid {formatPrice(event.settlement_value ?? '0')}</Tag>;
    case 'YES':
    case 'NO':
      return <Tag kind="won">Final: {event.outcome}</Tag>;
    case null:
      return <Tag>Final</Tag>;
  }
}
