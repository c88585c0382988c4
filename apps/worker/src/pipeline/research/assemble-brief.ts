import type { BriefStatus } from '@coliseum/domain/event';
import { toOutsideLine } from '@coliseum/domain/outside-text';
import type { ExaAnswer } from '@coliseum/exa/answer';
import { renumberCitations } from '@coliseum/exa/renumber-citations';
import type { EventBrief, SelectedMarket } from '../state.ts';
import { cutText } from './cut-text.ts';
import { BRIEF_SECTIONS, type BriefSection } from './research-questions.ts';
import { hasFacts, toBullets, toFactLines } from './to-fact-lines.ts';

/** The requirements allow 2,000 tokens, at about four characters of English each. */
const BRIEF_BUDGET_CHARACTERS = 8_000;
/** A few markets have pages of rules. For the others the first paragraphs decide. */
const CRITERIA_BUDGET_CHARACTERS = 2_000;

export type SectionAnswer = { readonly section: BriefSection; readonly answer: ExaAnswer | null };

type Source = EventBrief['sources'][number];

/** Assembles the brief in the format of the requirements, with sources numbered in order of first appearance. */
export function assembleBrief(
  market: SelectedMarket,
  answers: readonly SectionAnswer[],
  completedAt: Date,
): EventBrief {
  const sources = numberSources(answers);
  const head = [
    `# Market Question: ${toOutsideLine(market.question)}`,
    `# Resolution Criteria: ${cutText(toOutsideLine(market.resolutionCriteria), CRITERIA_BUDGET_CHARACTERS)}`,
    `# Close Time: ${market.closeTime.toISOString()}`,
    `# Current Price: ${market.lockedPrice}`,
  ].join('\n');
  const budget = Math.floor((BRIEF_BUDGET_CHARACTERS - head.length) / BRIEF_SECTIONS.length);
  const sections = BRIEF_SECTIONS.map(({ section }) => {
    const answer = answers.find((one) => one.section === section)?.answer ?? null;
    const title = `## ${section}\n`;
    return title + buildSectionText(answer, sources, budget - title.length);
  });
  const text = [head, ...sections].join('\n\n');
  return {
    eventId: market.eventId,
    text,
    status: computeBriefStatus(answers),
    sources,
    completedAt,
  };
}

/** A section counts that has something to say: an answer that found nothing is none. */
function computeBriefStatus(answers: readonly SectionAnswer[]): BriefStatus {
  const answered = answers.filter(({ answer }) => answer !== null && hasFacts(answer)).length;
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

function buildSectionText(answer: ExaAnswer | null, sources: readonly Source[], budget: number): string {
  if (answer === null) return '- Research for this section failed.';
  const cited = answer.citations.flatMap(({ url }) => sources.find((source) => source.url === url) ?? []);
  const last = cited.length === 0 ? '' : `\n- Sources: ${cited.map(formatSource).join(' ')}`;
  const lines = toFactLines(answer.answer).map((line) => numberAsSources(line, answer, sources));
  return `${toBullets(lines, budget - last.length)}${last}`;
}

/** A line whose citations have the numbers of the brief's sources: those of an answer count its own. */
function numberAsSources(line: string, { citations }: ExaAnswer, sources: readonly Source[]): string {
  return renumberCitations(line, (number, url) => {
    const cited = url ?? citations[number - 1]?.url;
    return sources.find((source) => source.url === cited)?.number ?? null;
  });
}

/** Formats a source as its number and, when known, its date of publication. */
function formatSource({ number, publishedAt }: Source): string {
  return publishedAt === null ? `[${number}]` : `[${number}] (${publishedAt.toISOString().slice(0, 10)})`;
}
