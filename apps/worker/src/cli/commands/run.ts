import { AppError } from '@coliseum/domain/errors/app-error';
import { matchDateOf } from '@coliseum/domain/match-date';
import { runDay, type DayResult } from '../../pipeline/run-day.ts';
import { parseDate } from '../arguments.ts';
import type { CommandAnswer } from '../command-answer.ts';
import type { Surroundings } from '../surroundings.ts';
import { withPipeline } from '../with-pipeline.ts';

type RunOptions = { readonly date?: string };

/**
 * `arena run`: plays today's match day, or takes up the one of `--date` where it stopped. Prices are always locked
 * now, so only today's date can be begun. Settlement is the worker's, which finds new events in the database.
 */
export async function run(options: RunOptions, surroundings: Surroundings): Promise<CommandAnswer> {
  const wanted = options.date === undefined ? undefined : parseDate('--date', options.date);
  return await withPipeline(surroundings, async (context) => {
    const today = matchDateOf(context.clock.now());
    const date = wanted ?? today;
    if (date !== today && (await context.database.runs.findByDate(date)) === null) throw wrongDay(date, today);
    return describe(date, await runDay(date, context));
  });
}

function wrongDay(date: string, today: string): AppError {
  const message = `${date} was never begun and cannot be now: prices are locked when a day is played, and it is ${today}. To play other days, use "arena season".`;
  return new AppError({ code: 'ARGUMENT_INVALID', message, details: { date } });
}

function describe(date: string, result: DayResult): CommandAnswer {
  if (result.status === 'skipped') {
    const { reason, detail } = result.skip;
    return {
      data: { date, status: 'skipped', reason, detail },
      text: `${date} is skipped (${reason}): ${detail} No money moved.`,
      isInOrder: false,
    };
  }
  const { batch, events, run: record } = result.day;
  const betting = record.stages.find(({ name }) => name === 'betting')?.counts ?? {};
  return {
    data: {
      date,
      status: 'completed',
      batchId: batch.id,
      events: events.map(({ kalshiTicker }) => kalshiTicker),
      answers: betting,
    },
    text: [
      `${date} is played:`,
      ...events.map(({ question, lockedPrice }) => `  YES at ${lockedPrice}  ${question}`),
    ].join('\n'),
  };
}
