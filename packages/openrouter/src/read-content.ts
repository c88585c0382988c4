import { z } from 'zod';

/** What a message says, and what it says instead of an answer. */
export type Content = { readonly text: string; readonly refusal: string };

/** A part of a content that is sent as a list. `text` may be the text itself, or an object around it. */
const Part = z.looseObject({
  type: z.string().nullish().catch(null),
  text: z
    .union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])
    .nullish()
    .catch(null),
  refusal: z.string().nullish().catch(null),
});

/** The parts that are meant for the reader. The others are reasoning, in one of its many names, or no text. */
const SPOKEN: ReadonlySet<string | null> = new Set(['text', 'output_text', 'message', null]);
/** An object that is the answer itself has none of these fields. */
const PART_FIELDS = ['type', 'text', 'refusal'];

/** Reads the content of a message: a text, a list of parts, or the object that the model was asked for. */
export function readContent(content: unknown): Content {
  if (typeof content === 'string') return { text: content, refusal: '' };
  if (Array.isArray(content)) return readParts(content);
  if (typeof content !== 'object' || content === null) return { text: '', refusal: '' };
  const isPart = PART_FIELDS.some((field) => Object.hasOwn(content, field));
  return isPart ? readParts([content]) : { text: JSON.stringify(content), refusal: '' };
}

function readParts(parts: readonly unknown[]): Content {
  const contents = parts.map(readPart);
  const join = (pick: (content: Content) => string): string => contents.map(pick).join('');
  return { text: join(({ text }) => text), refusal: join(({ refusal }) => refusal) };
}

function readPart(part: unknown): Content {
  if (typeof part === 'string') return { text: part, refusal: '' };
  const parsed = Part.safeParse(part);
  if (!parsed.success) return { text: '', refusal: '' };
  const { type = null, text, refusal } = parsed.data;
  return { text: SPOKEN.has(type) ? (text ?? '') : '', refusal: refusal ?? '' };
}
