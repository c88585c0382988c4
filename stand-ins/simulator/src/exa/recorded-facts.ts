import { formatLongDate } from '../invented/date-formats.ts';
import type { BriefSection } from './brief-section.ts';
import type { MarketView } from './market-view.ts';

/**
 * Statements on a recorded real market for one section of a brief: only what the recording itself says, since anything
 * else would be made up about real people and teams.
 */
export function buildRecordedFacts(section: BriefSection, view: MarketView): readonly string[] {
  const closeTime = `${new Date(view.closesAtMs).toISOString().slice(11, 16)} UTC on ${formatLongDate(view.closesAtMs)}`;
  switch (section) {
    case 'key-facts':
      return [
        `The market asks: ${view.title}`,
        `Trading is expected to end at ${closeTime}`,
        view.rules === ''
          ? 'The recording holds no text of the rules'
          : `Its first rule reads: ${takeFirstSentence(view.rules)}`,
      ];
    case 'recent-developments':
      return [
        `The market was listed by ${formatLongDate(view.opensAtMs)}`,
        'This is a replay: the simulated search holds no news about recorded markets',
        `It belongs to "${view.eventTitle}"`,
      ];
    case 'historical-context':
      return [
        `About ${view.lifetimeVolume.toLocaleString('en-US')} contracts are recorded for the market`,
        `The exchange filed it under ${view.category}`,
        'The recording holds no earlier cases to compare with',
      ];
    case 'consensus':
      return [
        'The recorded quote is the only collected view of this market',
        'No expert statement is part of the recording',
        'Commentary is left out of replays',
      ];
  }
}

function takeFirstSentence(text: string): string {
  const end = text.indexOf('. ');
  return (end < 0 ? text : text.slice(0, end)).slice(0, 240).replace(/\.$/, '');
}
