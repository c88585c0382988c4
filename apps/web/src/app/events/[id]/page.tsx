import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { ApiDown } from '#web/components/site/api-down.tsx';
import { Section } from '#web/components/ui/section.tsx';
import { Tag } from '#web/components/ui/tag.tsx';
import { Brief } from '#web/features/brief/brief.tsx';
import { Sources } from '#web/features/brief/sources.tsx';
import { ComparisonTable } from '#web/features/matches/comparison-table.tsx';
import { EventHeader } from '#web/features/matches/event-header.tsx';
import { EventTimeline } from '#web/features/matches/event-timeline.tsx';
import { TheLine } from '#web/features/matches/line/the-line.tsx';
import { ReceiptLine } from '#web/features/matches/receipt-line.tsx';
import { getEvent, getStatus } from '#web/lib/api/queries.ts';
import { formatClock } from '#web/lib/format/time.ts';
import { getNotFoundRoute } from '#web/lib/not-found-route.ts';

export async function generateMetadata({ params }: PageProps<'/events/[id]'>): Promise<Metadata> {
  const event = await getEvent((await params).id);
  return event.ok ? { title: event.value.question } : {};
}

/** One match: the line, every answer with its reasoning, the brief and the timeline. */
export default async function EventPage({ params }: PageProps<'/events/[id]'>): Promise<ReactElement> {
  const { id } = await params;
  const [answer, status] = await Promise.all([getEvent(id), getStatus()]);
  if (!answer.ok) return answer.error === 'not-found' ? redirect(getNotFoundRoute()) : <ApiDown />;
  const event = answer.value;
  const now = status.ok ? status.value.now : event.locked_at;
  return (
    <>
      <EventHeader event={event} now={now} />
      <Section
        id="line"
        title="The line"
        note="Each crest stands at its probability of YES. Above the rail: bets on YES. Below: bets on NO. Bar: stake."
        aside={
          <p className="meta">
            <a href="#answers">As a table</a>
          </p>
        }
      >
        <TheLine event={event} isLarge />
      </Section>
      <Section
        id="answers"
        title="Every answer"
        note="Sorted by probability of YES. A positive edge on this match means closer to the outcome than the line."
      >
        <ComparisonTable event={event} />
      </Section>
      <Section
        id="brief"
        title="The brief"
        note={`What every agent read, frozen at ${formatClock(event.research_completed_at)}. Persona: ${event.persona_name}.`}
        aside={<BriefTags hasOdds={event.sources.some((source) => source.carries_odds)} status={event.brief_status} />}
      >
        <div className="cols cols-8-4">
          <Brief brief={event.intelligence_brief} />
          <div>
            <h3 className="sr">Sources</h3>
            <Sources sources={event.sources} />
          </div>
        </div>
      </Section>
      <Section id="log" title="Timeline" note={`All times UTC. ${event.kalshi_ticker}, house rule ${event.fee_rule}.`}>
        <EventTimeline event={event} />
        <ReceiptLine receipt={event.receipt} />
      </Section>
    </>
  );
}

function BriefTags({ hasOdds, status }: { readonly hasOdds: boolean; readonly status: string }): ReactElement {
  return (
    <p className="tags">
      {status === 'complete' ? null : (
        <Tag kind="delay">Research {status === 'partial' ? 'partly failed' : 'failed'}</Tag>
      )}{' '}
      {hasOdds ? <Tag kind="odds">Odds seen in research</Tag> : null}
    </p>
  );
}
