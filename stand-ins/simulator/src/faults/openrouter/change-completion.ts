import type { Answer } from '../fault-effect.ts';
import { readField, readFirstObject, isJsonObject } from '../json-fields.ts';

/** A completion with changed fields in its only choice. */
export function changeChoice(answer: Answer, fields: Answer): Answer {
  return { ...answer, choices: [{ ...readFirstObject(answer['choices']), ...fields }] };
}

/** A completion with changed fields in its message. */
export function changeMessage(answer: Answer, fields: Answer): Answer {
  const message = readField(readFirstObject(answer['choices']), 'message');
  return changeChoice(answer, { message: { ...(isJsonObject(message) ? message : {}), ...fields } });
}

/** A completion with a text made from what the model wrote. */
export function changeText(answer: Answer, change: (text: string) => string): Answer {
  return changeContent(answer, change);
}

/** A completion with any content made from what the model wrote. */
export function changeContent(answer: Answer, change: (text: string) => unknown): Answer {
  const content = readField(readField(readFirstObject(answer['choices']), 'message'), 'content');
  return changeMessage(answer, { content: change(typeof content === 'string' ? content : '') });
}

/** A completion with its tokens but without their cost. */
export function removeCost(answer: Answer): Answer {
  const usage = answer['usage'];
  const { cost: _cost, cost_details: _details, ...rest } = isJsonObject(usage) ? usage : {};
  return { ...answer, usage: rest };
}

/** A completion whose usage has changed fields. */
export function changeUsage(answer: Answer, change: (usage: Answer) => Answer): Answer {
  const usage = answer['usage'];
  return isJsonObject(usage) ? { ...answer, usage: { ...usage, ...change(usage) } } : answer;
}

/** Another decision than the one a model wrote: the other side, at nine thousand dollars. */
export function draftOtherDecision(text: string): string {
  const decision: unknown = JSON.parse(text);
  const other = readField(decision, 'decision') === 'YES' ? 'NO' : 'YES';
  return JSON.stringify({ ...(isJsonObject(decision) ? decision : {}), decision: other, amount: 9_000 });
}
