import type { EventView } from '@coliseum/api/views/event-view';
import type { ReactElement } from 'react';
import { countTally } from '#web/features/matches/tally.ts';
import { formatCount } from '#web/lib/format/count.ts';
import { formatPrice } from '#web/lib/format/price.ts';
import { formatDay } from '#web/lib/format/time.ts';

/** How a match ran, step by step, in UTC. */
export function EventTimeline({ event }: { readonly event: EventView }): ReactElement {
  const { yes, no, passed, silent } = countTally(event.forecasts);
  const steps = [
    [
      event.locked_at,
      `Drawn and the line locked at ${formatPrice(event.locked_price_exact)}. ${event.selection_reason}`,
    ],
    [
      event.research_completed_at,
      `Brief frozen, then ${formatCount(yes + no, 'bet')}, ${formatCount(passed, 'pass', 'passes')}, ${silent} without answer.`,
    ],
    [event.close_time, `Market closes, ${formatDay(event.close_time)}.`],
    [
      event.settled_at,
      `Settled, ${formatDay(event.settled_at ?? event.close_time)}: ${event.outcome ?? 'no outcome'}.`,
    ],
  ] as const;
  return (
    <ol className="timeline">
      {steps.map(([time, text]) =>
        time === null ? null : (
          <li key={text}>
            <time dateTime={time}>{time.slice(11, 16)}</time>
            <span>{text}</span>
          </li>
        ),
      )}
    </ol>
  );
}
