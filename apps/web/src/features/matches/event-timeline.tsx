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
      `Settled, ${formatDay(event.settled_at ?? event.close_time)}: ${event.amendments[0]?.previous_outcome ?? event.outcome ?? 'no outcome'}.`,
    ],
    ...event.amendments.map(
      ({ at }, index) =>
        [
          at,
          `The exchange changed its word, ${formatDay(at)}: ${findOutcomeAfter(event, index)}. Every stake was settled again.`,
        ] as const,
    ),
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

/** What the exchange said with the amendment at `index`: what the next one names as before it, or what stands now. */
function findOutcomeAfter({ amendments, outcome }: EventView, index: number): string {
  return amendments[index + 1]?.previous_outcome ?? outcome ?? 'no outcome';
}
