import { formatLongDate } from '../invented/date-formats.ts';
import type { RandomSource } from '../invented/random-source.ts';
import { clamp, logit } from '../market/logit.ts';
import type { BriefSection } from './brief-section.ts';
import type { MarketView } from './market-view.ts';

const HOUR_MS = 3_600_000;

/** Statements on an invented market for one section of a brief. Numbers agree roughly with its price; none predicts. */
export function inventFacts(
  random: RandomSource,
  section: BriefSection,
  view: MarketView,
  nowMs: number,
): readonly string[] {
  switch (section) {
    case 'key-facts':
      return inventKeyFacts(random, view);
    case 'recent-developments':
      return inventRecentDevelopments(random, view, nowMs);
    case 'historical-context':
      return inventHistoricalContext(random, view);
    case 'consensus':
      return inventConsensus(random, view);
  }
}

function inventKeyFacts(random: RandomSource, view: MarketView): readonly string[] {
  const closeTime = `${new Date(view.closesAtMs).toISOString().slice(11, 16)} UTC on ${formatLongDate(view.closesAtMs)}`;
  const reading = view.threshold === null ? null : inventLatestReading(random, view, view.threshold);
  return [
    `The outcome is taken from ${view.sourceName} and from no other source`,
    `Trading is expected to end at ${closeTime}`,
    reading ??
      `${random.integer(2, 6)} of ${random.integer(6, 9)} preparatory steps were listed as complete at the last update`,
    random.pick([
      `The ${view.sourceName.replace(/^the /, '')} page was last updated without corrections`,
      'The wording of the rules was not changed since the market opened',
      'A postponement would have to be announced at least two hours ahead',
    ]),
  ];
}

/** A reading on the side of the threshold that the price leans to, give or take. */
function inventLatestReading(random: RandomSource, view: MarketView, threshold: number): string {
  const lean = logit(clamp(view.publicPrice, 0.02, 0.98)) / 1.7 + random.normal() * 0.6;
  const reading = threshold * (1 + 0.025 * lean);
  const digits = threshold >= 100 ? 0 : threshold >= 10 ? 1 : 2;
  return `The latest comparable reading was ${reading.toFixed(digits)}, against a threshold of ${threshold}`;
}

function inventRecentDevelopments(random: RandomSource, view: MarketView, nowMs: number): readonly string[] {
  const hoursAgo = random.integer(3, 30);
  const day = formatLongDate(nowMs - hoursAgo * HOUR_MS);
  return random.sample(
    [
      `On ${day} a spokesperson said that arrangements were proceeding as planned and declined to say which plan`,
      `Local coverage on ${day} was calm; the longest article concerned the catering`,
      `No change to the schedule was announced in the past ${random.integer(12, 48)} hours`,
      `A technical note of ${day} revised an earlier figure by less than one per cent`,
      `Two of the usual commentators changed their minds this week, in opposite directions`,
      `Attendance and interest were reported ${random.pick(['slightly above', 'slightly below', 'in line with'])} the seasonal average`,
    ],
    4,
  );
}

function inventHistoricalContext(random: RandomSource, view: MarketView): readonly string[] {
  const cases = random.integer(12, 40);
  const share = clamp(view.publicPrice + random.normal() * 0.09, 0.02, 0.98);
  const recent = random.integer(5, 9);
  return [
    `The condition was met in ${Math.round(share * cases)} of the last ${cases} comparable cases`,
    `In the most recent ${recent} cases it was met ${Math.round(clamp(share + random.normal() * 0.1, 0, 1) * recent)} times`,
    `Results were published within ${random.integer(5, 90)} minutes of the close in most earlier cases`,
    random.pick([
      'Weather delayed the occasion once in the last three years',
      'One earlier case was settled at half because the reading fell exactly between two values',
      'Comparable cases before last year used another method of measurement',
    ]),
  ];
}

function inventConsensus(random: RandomSource, view: MarketView): readonly string[] {
  const asked = random.integer(5, 11);
  const leaning = Math.round(clamp(view.publicPrice + random.normal() * 0.12, 0, 1) * asked);
  return [
    `Of ${asked} commentators asked, ${leaning} lean towards Yes and ${asked - leaning} towards No`,
    random.pick([
      'The published models disagree mainly about how much weight the last reading deserves',
      'Commentators agree on the rules and on little else',
      'Those who follow the series closely call the public debate louder than the evidence',
    ]),
    random.pick([
      'None of the sources gives a reason to expect a dispute about the outcome',
      'Several sources warn that small samples make the record look steadier than it is',
    ]),
  ];
}
