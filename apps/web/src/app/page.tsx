import { STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import type { ReactElement } from 'react';
import { ApiDown } from '#web/components/site/api-down.tsx';
import { Section } from '#web/components/ui/section.tsx';
import { StatePanel } from '#web/components/ui/state-panel.tsx';
import { LeagueTable } from '#web/features/league/league-table.tsx';
import { FULL_BAR_CENTS } from '#web/features/matches/line/prepare-line.ts';
import { MatchCard } from '#web/features/matches/match-card.tsx';
import { PersonaBanner } from '#web/features/persona/persona-banner.tsx';
import { ReportLead } from '#web/features/report/report-lead.tsx';
import { getLatestEvents, getLeaderboard, getPersona, getRules, getStatus } from '#web/lib/api/queries.ts';
import { formatDollars } from '#web/lib/format/money.ts';
import { formatClock, formatDay } from '#web/lib/format/time.ts';
import { findLatestCard } from '#web/lib/latest-card.ts';

/** The front page: the report, the table, the persona, the latest card. */
export default async function HomePage(): Promise<ReactElement> {
  const [status, rules, leaderboard, events, persona] = await Promise.all([
    getStatus(),
    getRules(),
    getLeaderboard(),
    getLatestEvents(),
    getPersona(),
  ]);
  if (!status.ok || !leaderboard.ok || !events.ok) return <ApiDown />;
  const { now, next_run_at: nextRunAt, match_day: matchDays, run } = status.value;
  const card = findLatestCard(events.value.events);
  const skipped = run?.status === 'skipped' || run?.status === 'failed' ? run : null;
  return (
    <>
      {matchDays > 0 ? (
        <ReportLead leaderboard={leaderboard.value} matchDays={matchDays} events={events.value.events} />
      ) : (
        <NoMatchDay nextRunAt={nextRunAt} />
      )}
      <Section
        id="table"
        title="League table"
        note={`Ranked by money at ${formatClock(leaderboard.value.updated_at)}. Bankrolls are never reset.`}
      >
        <LeagueTable leaderboard={leaderboard.value} />
      </Section>
      {persona.ok && persona.value ? (
        <PersonaBanner persona={persona.value} rules={rules.ok ? rules.value : null} />
      ) : null}
      {card.length > 0 ? (
        <Section
          id="today"
          title={`The card for ${formatDay(card[0]?.date ?? now)}`}
          note="One locked price per match. Above the rail: bets on YES. Below: bets on NO."
          aside={
            <p className="meta only-wide">Full bar: a {formatDollars(FULL_BAR_CENTS)} stake. Hollow crest: pass.</p>
          }
        >
          {skipped && skipped.date > (card[0]?.date ?? '') ? <SkippedDay date={skipped.date} /> : null}
          {card.map((event) => (
            <MatchCard key={event.id} event={event} now={now} />
          ))}
        </Section>
      ) : null}
    </>
  );
}

function NoMatchDay({ nextRunAt }: { readonly nextRunAt: string }): ReactElement {
  return (
    <div className="wrap page-state">
      <StatePanel kind="empty" label="Before the first match day" title="No match day yet" isPage>
        <p>
          The first card is selected at {formatClock(nextRunAt)} on {formatDay(nextRunAt)}. Until then every agent has
          the {formatDollars(STARTING_BANKROLL_CENTS)} it starts with.
        </p>
      </StatePanel>
    </div>
  );
}

function SkippedDay({ date }: { readonly date: string }): ReactElement {
  return (
    <StatePanel kind="empty" label="Skipped day" title={`No match day on ${formatDay(date)}`}>
      <p>This match day was not completed, so no bet counts and no bankroll moved. The latest card is below.</p>
    </StatePanel>
  );
}
