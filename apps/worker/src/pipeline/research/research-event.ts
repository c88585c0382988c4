import { cutToBytes } from '@coliseum/domain/outside-text';
import type { RunError } from '@coliseum/domain/run-error';
import { isPaidServiceFailure } from '../../paid-calls/is-paid-service-failure.ts';
import type { StageContext } from '../stage-context.ts';
import type { EventBrief, SelectedMarket } from '../state.ts';
import { assembleBrief, type SectionAnswer } from './assemble-brief.ts';
import { BRIEF_SECTIONS, RESEARCH_SYSTEM_PROMPT, buildResearchQuery } from './research-questions.ts';
import { hasFacts } from './to-fact-lines.ts';

/** Some fifty times what a section of a brief can hold. */
const ANSWER_BYTES = 100_000;

type ResearchContext = Pick<StageContext, 'clock'> & { readonly paid: Pick<StageContext['paid'], 'answer'> };

type EventResearch = {
  readonly brief: EventBrief;
  readonly warnings: readonly RunError[];
};

type SectionResult = SectionAnswer & { readonly warning: RunError | null };

/** Researches the sections of one event's brief in parallel. */
export async function researchEvent(context: ResearchContext, market: SelectedMarket): Promise<EventResearch> {
  const sections = await Promise.all(BRIEF_SECTIONS.map(async (section) => await askSection(context, market, section)));
  return {
    brief: assembleBrief(market, sections, context.clock.now()),
    warnings: sections.flatMap(({ warning }) => warning ?? []),
  };
}

async function askSection(
  { paid }: ResearchContext,
  market: SelectedMarket,
  { section, ask }: (typeof BRIEF_SECTIONS)[number],
): Promise<SectionResult> {
  const question = { query: buildResearchQuery(market, ask), systemPrompt: RESEARCH_SYSTEM_PROMPT };
  const warn = (code: RunError['code'], message: string): RunError => {
    return { code, stage: 'research', subject: `${market.ticker}, ${section}`, message };
  };
  try {
    const subject = { purpose: 'research', eventId: market.eventId, agentId: null } as const;
    const whole = await paid.answer(subject, question);
    const answer = { ...whole, answer: cutToBytes(whole.answer, ANSWER_BYTES) };
    const warning = hasFacts(answer) ? null : warn('EXA_NO_ANSWER', 'Exa answered, but with no fact for the brief.');
    return { section, answer, warning };
  } catch (error) {
    if (!isPaidServiceFailure(error)) throw error;
    return { section, answer: null, warning: warn(error.code, error.message) };
  }
}
