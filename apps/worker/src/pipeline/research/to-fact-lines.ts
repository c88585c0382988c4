import type { ExaAnswer } from '@coliseum/exa/answer';
import { cutText } from './cut-text.ts';
import { dropPredictions } from './drop-predictions.ts';
import { saysNothing } from './says-nothing.ts';
import { stripListMarkers } from './strip-list-markers.ts';

/** Four whole briefs long: what comes later would find no room, and a text from outside has no length of its own. */
const READ_CHARACTERS = 32_000;
/** A line of which less would remain is left out instead of cut. */
const CUT_WORTH_CHARACTERS = 200;

/** The facts of an answer, a line each: without empty lines, marks of lists and headings, and predictions. */
export function toFactLines(text: string): string[] {
  return stripListMarkers(readLines(text).filter((line) => line.trim() !== ''))
    .map(dropPredictions)
    .filter((line) => line !== '');
}

function readLines(text: string): string[] {
  const lines = text.slice(0, READ_CHARACTERS).split('\n');
  if (text.length <= READ_CHARACTERS) return lines;
  const unfinished = lines.at(-1) ?? '';
  return [...lines.slice(0, -1), cutText(`${unfinished}…`, unfinished.length)];
}

/** Whether an answer has anything to say. A line that regrets to have found nothing counts only with a source. */
export function hasFacts({ answer, citations }: Pick<ExaAnswer, 'answer' | 'citations'>): boolean {
  const lines = toFactLines(answer);
  return citations.length > 0 ? lines.length > 0 : lines.some((line) => !saysNothing(line));
}

/** Lines as bullets, as many as the budget (in characters) has room for; the one that has not is cut if that is worth it. */
export function toBullets(lines: readonly string[], budget: number): string {
  let bullets = '';
  for (const line of lines) {
    const room = budget - bullets.length - '- \n'.length;
    const isCut = line.length > room;
    const shown = isCut && room < CUT_WORTH_CHARACTERS && bullets !== '' ? '' : cutText(line, room);
    if (shown !== '') bullets += `- ${shown}\n`;
    if (isCut) break;
  }
  return bullets === '' ? '- Nothing was found.' : bullets.trimEnd();
}
