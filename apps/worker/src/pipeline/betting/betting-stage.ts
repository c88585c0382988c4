import { ensurePresent } from '@coliseum/domain/assert';
import { success } from '@coliseum/domain/result';
import type { RunError } from '@coliseum/domain/run-error';
import pLimit from 'p-limit';
import { getPersonaOfWeek } from '../../arena/persona-of-week.ts';
import { traceDecision } from '../../telemetry/trace-decision.ts';
import type { Stage } from '../stage.ts';
import type { AgentAnswer, BettingOutput, Researched } from '../state.ts';
import { loadStandings } from './agent-standing.ts';
import { askAgent } from './ask-agent.ts';
import type { BetPromptInput } from './bet-prompt.ts';
import { readQuotes } from './read-quotes.ts';

/** The Bet stage: asks every agent on the roster about every event, with limited concurrency, and waits for all answers. */
export const bettingStage: Stage<Researched, BettingOutput> = {
  name: 'betting',
  execute: async (context, { date, ingestion, research }) => {
    const persona = (await getPersonaOfWeek(context, ingestion.lockedAt)).config;
    const standings = ingestion.standings ?? (await loadStandings(context.database, date));
    const { feeRule, decisionConcurrency } = context.settings;
    const limit = pLimit(decisionConcurrency);
    const questions = ingestion.markets.flatMap((market) => {
      const brief = ensurePresent(
        research.briefs.find(({ eventId }) => eventId === market.eventId),
        `brief of ${market.ticker}`,
      );
      return standings.map((standing) => ({ standing, persona, market, brief, feeRule }));
    });
    let answeredCount = 0;
    const ask = async (question: BetPromptInput): Promise<AgentAnswer> => {
      const answer = await traceDecision(context, question, async () => await askAgent(context, question));
      context.reportProgress((answeredCount += 1), questions.length);
      return answer;
    };
    const answered = await Promise.all(
      questions.map(async (question) => ({ ...question, answer: await limit(ask, question) })),
    );
    const answers = answered.map(({ answer }) => answer);
    const afterwards = await readQuotes(context, ingestion.markets);
    return success({
      output: { answers, ...afterwards },
      counts: countAnswers(answers),
      warnings: answered.flatMap(buildWarnings),
    });
  },
};

/** Warning for an answer that produced no decision. */
function buildWarnings({ standing, market, answer }: BetPromptInput & { readonly answer: AgentAnswer }): RunError[] {
  const { abstainReason, abstainDetail, errorCode } = answer;
  if (abstainReason === null || abstainReason === 'chosen') return [];
  const subject = `${standing.agent.name} on ${market.ticker}`;
  return [{ code: errorCode ?? abstainReason, stage: 'betting', subject, message: abstainDetail ?? '' }];
}

function countAnswers(answers: readonly AgentAnswer[]): Record<string, number> {
  const count = (matches: (answer: AgentAnswer) => boolean): number => answers.filter(matches).length;
  return {
    yes: count(({ decision }) => decision === 'YES'),
    no: count(({ decision }) => decision === 'NO'),
    passed: count(({ abstainReason }) => abstainReason === 'chosen'),
    noAnswer: count(({ abstainReason }) => abstainReason !== null && abstainReason !== 'chosen'),
  };
}
