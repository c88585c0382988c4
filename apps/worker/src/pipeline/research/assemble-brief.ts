import type { BriefStatus } from '@coliseum/domain/event';
import type { ExaAnswer } from '@coliseum/exa/answer';
import type { EventBrief, SelectedMarket } from '../state.ts';
import { BRIEF_SECTIONS, type BriefSection } from './research-questions.ts';

/** About 2,000 tokens of English; a longer brief is cut at a line, section by section. */
const SECTION_BUDGET_CHARACTERS = 2_000;

export type SectionAnswer = { readonly section: BriefSection; readonly answer: ExaAnswer | null };

type Source = EventBrief['sources'][number];

/** Puts the answers into the PRD's brief format, sources numbered in order of first appearance. */
export function assembleBrief(
  market: SelectedMarket,
  answers: readonly SectionAnswer[],
  completedAt: Date,
): EventBrief {
  const sources = numberSources(answers);
  const sections = BRIEF_SECTIONS.map(({ section }) => {
    const answer = answers.find((one) => one.section === section)?.answer ?? null;
    return `## ${section}\n${sectionText(answer, sources)}`;
  });
  const head = [
    `# Market Question: ${oneLine(market.question)}`,
    `# Resolution Criteria: ${oneLine(market.resolutionCriteria)}`,
    `# Close Time: ${market.closeTime.toISOString()}`,
    `# Current Price: ${market.lockedPrice}`,
  ].join('\n');
  return {
    eventId: market.eventId,
    text: [head, ...sections].join('\n\n'),
    status: briefStatus(answers),
    sources,
    completedAt,
  };
}

/** A heading is one line, whatever the exchange's text holds. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function briefStatus(answers: readonly SectionAnswer[]): BriefStatus {
  const answered = answers.filter(({ answer }) => answer !== null).length;
  if (answered === 0) return 'failed';
  return answered === BRIEF_SECTIONS.length ? 'complete' : 'partial';
}

function numberSources(answers: readonly SectionAnswer[]): Source[] {
  const byUrl = new Map<string, Source>();
  for (const citation of answers.flatMap(({ answer }) => answer?.citations ?? [])) {
    if (byUrl.has(citation.url)) continue;
    const { url, title, publishedAt, carriesOdds } = citation;
    byUrl.set(url, { number: byUrl.size + 1, title: title === '' ? url : title, url, publishedAt, carriesOdds });
  }
  return [...byUrl.values()];
}

function sectionText(answer: ExaAnswer | null, sources: readonly Source[]): string {
  if (answer === null) return '- Research for this section failed.';
  const numbers = answer.citations
    .map(({ url }) => sources.find((source) => source.url === url)?.number)
    .filter((n) => n !== undefined);
  const cited = numbers.length === 0 ? '' : `\n- Sources: ${numbers.map((n) => `[${n}]`).join(' ')}`;
  return `${bulletLines(answer.answer)}${cited}`;
}

/** The answer's lines as bullets; headings of its own and empty lines go, so that the brief keeps its four. */
function bulletLines(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)]|#+)\s*/, '').trim())
    .filter((line) => line !== '');
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length;
    if (length > SECTION_BUDGET_CHARACTERS && kept.length > 0) break;
    kept.push(`- ${line.slice(0, SECTION_BUDGET_CHARACTERS)}`);
  }
  return kept.length === 0 ? '- Nothing was found.' : kept.join('\n');
}
