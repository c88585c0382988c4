import type { Answer } from '../fault-effect.ts';
import { readField, readFirstObject, isJsonObject } from '../json-fields.ts';

/** A completion whose only choice has other fields. */
export function changeChoice(answer: Answer, fields: Answer): Answer {
  return { ...answer, choices: [{ ...readFirstObject(answer['choices']), ...fields }] };
}

/** A completion whose message has other fields. */
export function changeMessage(answer: Answer, fields: Answer): Answer {
  const message = readField(readFirstObject(answer['choices']), 'message');
  return changeChoice(answer, { message: { ...(isJsonObject(message) ? message : {}), ...fields } });
}

/** A completion whose text is another one, made from what the model wrote. */
export function changeText(answer: Answer, change: (text: string) => string): Answer {
  const content = readField(readField(readFirstObject(answer['choices']), 'message'), 'content');
  return changeMessage(answer, { content: change(typeof content === 'string' ? content : '') });
}

/** A completion with its tokens and without what they cost. */
export function removeCost(answer: Answer): Answer {
  const usage = answer['usage'];
  const { cost: _cost, cost_details: _details, ...rest } = isJsonObject(usage) ? usage : {};
  return { ...answer, usage: rest };
}
