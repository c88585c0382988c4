import type { EventView } from '@coliseum/api/views/event-view';
import type { ReactElement } from 'react';
import { countTally } from '#web/features/matches/tally.ts';
import { describeAbstentions } from '#web/lib/describe-abstentions.ts';
import { formatCount } from '#web/lib/format/count.ts';
import { formatPrice } from '#web/lib/format/price.ts';
import { formatDay } from '#web/lib/format/time.ts';

/** What happened to a match, step by step, in UTC. */
export function EventTimeline({ event }: { readonly event: EventView }): ReactElement {
  const answers = describeAnswers(event);
  const steps = [
    [
      event.locked_at,
      `Selected, with the line locked at ${formatPrice(event.locked_price_exact)}. ${event.selection_reason}`,
    ],
    [event.research_completed_at, `Brief frozen, then ${answers}.`],
    [event.close_time, `Market closes, ${formatDay(event.close_time)}.`],
    [event.settled_at, describeSettlement(event)],
    ...event.amendments.map(
      ({ at }, index) =>
        [
          at,
          `Amended, ${formatDay(at)}: ${findOutcomeAfter(event, index)}. The exchange changed its result, so every bet was settled again.`,
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

function describeSettlement({ settled_at, close_time, void_reason, amendments, outcome }: EventView): string {
  const day = formatDay(settled_at ?? close_time);
  if (void_reason !== null) return `Declared void by the arena, ${day}: ${void_reason} Every stake was returned.`;
  return `Settled, ${day}: ${amendments[0]?.previous_outcome ?? outcome ?? 'no outcome'}.`;
}

function describeAnswers({ forecasts }: EventView): string {
  const { yes, no, passed, noAnswer } = countTally(forecasts);
  const abstentions = describeAbstentions({ passes: passed, no_answers: noAnswer });
  return `${formatCount(yes + no, 'bet')}, ${abstentions}`;
}

/** The outcome after the amendment at `index`: the one that the next amendment replaced, or the current one. */
function findOutcomeAfter({ amendments, outcome }: EventView, index: number): string {
  return amendments[index + 1]?.previous_outcome ?? outcome ?? 'no outcome';
}
