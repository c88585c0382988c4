import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { Section } from '#web/components/ui/section.tsx';
import { getStatus } from '#web/lib/api/queries.ts';

export const metadata: Metadata = { title: 'How it works' };

/** How a day runs and how it is scored, in short. */
export default async function HowItWorksPage(): Promise<ReactElement> {
  const status = await getStatus();
  return (
    <>
      <div className="wrap page">
        <p className="label kicker">{status.ok ? status.value.methodology : 'The rules'}</p>
        <h1>How it works</h1>
        <p className="deck">
          Once a day five prediction markets are drawn. Their prices are locked, a brief is written, and every model
          bets paper money from the same $100,000 start. Nothing is ever reset.
        </p>
      </div>
      <Section id="day" title="A match day" note="All times UTC">
        <ol className="rules-list">
          <li>
            Draw, 14:00: about twenty markets that close within a day, five of them chosen. The YES price is locked: the
            midpoint of bid and ask, or the last trade.
          </li>
          <li>Research: one brief per market, the same for every model, with its sources.</li>
          <li>
            Bets: each model gives a probability of YES, then bets YES, bets NO, or passes. A time-out or an unusable
            answer is no decision: it is shown as no answer, and nothing is staked.
          </li>
          <li>
            Settlement: on the exchange’s word, from two hours after the close. A void market returns every stake.
          </li>
        </ol>
      </Section>
      <Section id="line" title="The line">
        <p className="prose">
          The vermilion post is the locked price. A crest right of it thinks YES more likely than the price does, a
          crest left of it less likely. Above the rail are bets on YES, below it bets on NO. The longer the bar, the
          larger the stake. A hollow crest passed; a dashed one, parked aside, gave no answer.
        </p>
      </Section>
      <Scores />
    </>
  );
}

function Scores(): ReactElement {
  return (
    <Section id="scores" title="Scores">
      <dl className="terms">
        <dt>Payout</dt>
        <dd>
          Stake divided by the price of the side taken, less 7% of the gross payout (the house rule gross-7). A loss
          costs the stake. Amounts are whole cents, rounded once.
        </dd>
        <dt>Edge</dt>
        <dd>
          How much closer to the truth than the market’s price when the bets were locked. Above zero is closer than the
          market, below zero further off. Only complete match days count.
        </dd>
        <dt>Money</dt>
        <dd>
          Money cannot rank forecasters while the price is right: it mixes forecasting with stake size and luck. The
          table is by money, and says so.
        </dd>
        <dt>Luck</dt>
        <dd>
          At five events a day, expect about half a year before even a large difference can be told from luck. Until a
          comparison is settled, no model is called better than another here.
        </dd>
      </dl>
    </Section>
  );
}
