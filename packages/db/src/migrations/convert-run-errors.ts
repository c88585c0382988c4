import { errorCodes, isErrorCode } from '@coliseum/domain/errors/codes';
import { findStageOfCode, isRunErrorCode, type RunError, type RunErrorCode } from '@coliseum/domain/run-error';
import type { Db } from 'mongodb';

const COLLECTION = 'pipeline_runs';

/**
 * Turns the errors of runs, which were sentences, into objects; one line if there were any. Runs before the new validator
 * is set. A run is turned whole or not at all, so that a migration that was stopped in between goes on here.
 */
export async function convertRunErrors(db: Db, collection: string): Promise<string[]> {
  if (collection !== COLLECTION) return [];
  const runs = db.collection(COLLECTION);
  let converted = 0;
  for await (const { _id, errors } of runs.find({ errors: { $type: 'string' } }, { projection: { errors: 1 } })) {
    const before: unknown = errors;
    if (!Array.isArray(before)) continue;
    const after = before.map((error: unknown) => (typeof error === 'string' ? readRunError(error) : error));
    // The old validator, which is still set, wants sentences.
    await runs.updateOne({ _id }, { $set: { errors: after } }, { bypassDocumentValidation: true });
    converted += 1;
  }
  return converted === 0 ? [] : [`convert errors of ${converted} documents of ${COLLECTION}`];
}

const RESEARCH_FAILED = /^research of (?<subject>.+): (?<code>[A-Z_]+)$/;
const CODED = /^(?<code>\w+)(?: of (?<subject>.+? on [^\s:]+))?: (?<message>.*)$/s;

/**
 * A sentence of an earlier version as an error. Its code is the one that the sentence began with, or ended with where the
 * research of a market failed; without any that is known it is `UNKNOWN`, and the sentence is kept whole.
 */
export function readRunError(sentence: string): RunError {
  const research = RESEARCH_FAILED.exec(sentence)?.groups ?? {};
  const { code: researchCode = '' } = research;
  if (isErrorCode(researchCode)) {
    return buildError(researchCode, research['subject'], errorCodes[researchCode].meaning);
  }
  const { code = '', subject, message = '' } = CODED.exec(sentence)?.groups ?? {};
  if (isRunErrorCode(code)) return buildError(code, subject, message);
  const isMarketList = sentence.startsWith('Kalshi listed ');
  return buildError(isMarketList ? 'markets_unreadable' : 'UNKNOWN', undefined, sentence);
}

function buildError(code: RunErrorCode, subject: string | undefined, message: string): RunError {
  return { code, stage: findStageOfCode(code), subject: subject ?? null, message };
}
