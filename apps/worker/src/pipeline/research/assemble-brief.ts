import type { BriefStatus } from '@coliseum/domain/event';
import type { ExaAnswer } from '@coliseum/exa/answer';
import type { EventBrief, SelectedMarket } from '../state.ts';
import { isPrediction } from './is-prediction.ts';
import { BRIEF_SECTIONS, type BriefSection } from './research-questions.ts';

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
    `# Market Question: ${toOneLine(market.question)}`,
    `# Resolution Criteria: ${shorten(toOneLine(market.resolutionCriteria))}`,
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

function shorten(criteria: string): string {
  return criteria.length <= CRITERIA_BUDGET_CHARACTERS
    ? criteria
    : `${criteria.slice(0, CRITERIA_BUDGET_CHARACTERS - 1)}…`;
}

/** Joins a text to one line, because a heading must not contain line breaks. */
function toOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function computeBriefStatus(answers: readonly SectionAnswer[]): BriefStatus {
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

function buildSectionText(answer: ExaAnswer | null, sources: readonly Source[], budget: number): string {
  if (answer === null) return '- Research for this section failed.';
  const cited = answer.citations.flatMap(({ url }) => sources.find((source) => source.url === url) ?? []);
  const last = cited.length === 0 ? '' : `\n- Sources: ${cited.map(formatSource).join(' ')}`;
  return `${toBulletLines(answer.answer, budget - last.length)}${last}`;
}

/** Formats a source as its number and, when known, its date of publication. */
function formatSource({ number, publishedAt }: Source): string {
  return publishedAt === null ? `[${number}]` : `[${number}] (${publishedAt.toISOString().slice(0, 10)})`;
}

/**
 * Formats the lines of an answer as bullets, up to the first that exceeds the budget (in characters). Drops empty
 * lines, marks of headings and predictions.
 */
function toBulletLines(text: string, budget: number): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)]|#+)\s*/, '').trim())
    .filter((line) => line !== '' && !isPrediction(line))
    .map((line) => `- ${line}\n`);
  let bullets = '';
  for (const line of lines) {
    if (bullets.length + line.length > budget) break;
    bullets += line;
  }
  if (bullets === '' && lines[0] !== undefined) return lines[0].slice(0, Math.max(0, budget)).trimEnd();
  return bullets === '' ? '- Nothing was found.' : bullets.trimEnd();
}
