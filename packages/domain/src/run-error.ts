import { z } from 'zod';
import { AbstainReason } from './bet.ts';
import { errorCodes, isErrorCode, type ErrorCode } from './errors/codes.ts';
import { StageName } from './stage-name.ts';

/** Why a day is not played. Every skip is recorded with one of these. */
export const SkipReason = z.enum([
  'closed_before_commit',
  'fewer_than_five_markets',
  'kalshi_format_changed',
  'kalshi_unavailable',
  'selection_invalid',
]);
export type SkipReason = z.infer<typeof SkipReason>;

/** Why an agent has no answer on an event. */
export const NoAnswerReason = AbstainReason.exclude(['chosen']);
export type NoAnswerReason = z.infer<typeof NoAnswerReason>;

type OtherCode = 'INTERNAL' | 'UNKNOWN' | 'markets_unreadable';

/** What a run's record says went wrong: the code of an error, or one of the reasons that are not errors. */
export type RunErrorCode = ErrorCode | SkipReason | NoAnswerReason | OtherCode;

type ReasonEntry = {
  readonly meaning: string;
  /** The stage, where the reason can come from one only. */
  readonly stage?: StageName;
};

/** The codes of a run that are not error codes. `docs/errors.md` has a row for each. */
export const runReasons: Readonly<Record<Exclude<RunErrorCode, ErrorCode>, ReasonEntry>> = {
  INTERNAL: { meaning: 'An unexpected error: a fault in the program.' },
  UNKNOWN: { meaning: 'Recorded by a version that did not store codes.' },
  broke: { stage: 'betting', meaning: 'The agent is broke, or too little of its money is free for a stake.' },
  closed_before_commit: { stage: 'commit', meaning: "One of the day's markets was over before the commit." },
  fewer_than_five_markets: { stage: 'ingestion', meaning: 'Fewer than five markets can be played.' },
  invalid_output: { stage: 'betting', meaning: "The agent's answer cannot be used." },
  kalshi_format_changed: { stage: 'ingestion', meaning: "The exchange's format changed: its answers cannot be read." },
  kalshi_unavailable: { stage: 'ingestion', meaning: 'Kalshi is down or unreachable.' },
  markets_unreadable: { stage: 'ingestion', meaning: 'Kalshi listed markets that cannot be read.' },
  model_retired: { stage: 'betting', meaning: "The agent's model is no longer served." },
  no_credit: { stage: 'betting', meaning: "The agent's decision could not be paid for." },
  rate_limited: {
    stage: 'betting',
    meaning: 'OpenRouter or the provider rejected the request because of a rate limit.',
  },
  refusal: { stage: 'betting', meaning: 'The model or its moderation refused to answer.' },
  selection_invalid: { stage: 'ingestion', meaning: "The selector's answers could not be used." },
  timeout: { stage: 'betting', meaning: 'The agent did not answer in time.' },
  unavailable: { stage: 'betting', meaning: 'The model could not be reached.' },
};

export function isRunErrorCode(text: string): text is RunErrorCode {
  return isErrorCode(text) || Object.hasOwn(runReasons, text);
}

/** The one stage that a code can come from; null where it can come from several. */
export function findStageOfCode(code: RunErrorCode): StageName | null {
  return (isErrorCode(code) ? errorCodes[code].stage : runReasons[code].stage) ?? null;
}

/** Something that went wrong in a day, whether it ended the day or not. */
export const RunError = z.object({
  code: z.custom<RunErrorCode>((code) => typeof code === 'string' && isRunErrorCode(code)),
  /** Null where the day had not begun a stage, or it is unknown. */
  stage: StageName.nullable(),
  /** What it is about, such as a market's ticker; null for the day itself. */
  subject: z.string().nullable(),
  /** For people to read. No code depends on its wording. */
  message: z.string(),
});
export type RunError = z.infer<typeof RunError>;

/** A run's error as one line for an operator. */
export function formatRunError({ code, subject, message }: RunError): string {
  return `${code}${subject === null ? '' : ` (${subject})`}: ${message}`;
}
