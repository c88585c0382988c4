/** A JSON object or array in a text, and where it stands. */
export type JsonPiece = { readonly value: object; readonly start: number; readonly end: number };

export type FoundJson = {
  readonly pieces: readonly JsonPiece[];
  /** False for a text so full of braces or objects that the search was given up. */
  readonly isComplete: boolean;
};

/**
 * Characters looked at before the search is given up. A brace that never closes costs the whole rest once: a text of
 * 8,000 characters may have some twenty of them.
 */
const MAX_WORK_CHARACTERS = 200_000;
/** More than any answer has. */
const MAX_PIECES = 100;

/**
 * The JSON of a text: the whole of it, else every object that stands in the prose and in no other object. A bare number
 * or word is none, and neither is an array in prose, which may be a footnote.
 */
export function findJson(text: string): FoundJson {
  const whole = parseStructure(text.trim());
  if (whole !== undefined) return { pieces: [{ value: whole, start: 0, end: text.length }], isComplete: true };
  const pieces: JsonPiece[] = [];
  let work = MAX_WORK_CHARACTERS;
  let start = text.indexOf('{');
  while (start !== -1) {
    if (work <= 0 || pieces.length >= MAX_PIECES) return { pieces, isComplete: false };
    const end = findObjectEnd(text, start);
    // Looked at once for its end, and once more to parse it.
    work -= end === -1 ? text.length - start : 2 * (end - start);
    const value = end === -1 ? undefined : parseStructure(text.slice(start, end));
    if (value !== undefined) pieces.push({ value, start, end });
    start = text.indexOf('{', value === undefined ? start + 1 : end);
  }
  return { pieces, isComplete: true };
}

/**
 * Whether an object names a field twice: `JSON.parse` takes the last, which need not be the one that was meant. The
 * text is valid JSON.
 */
export function hasRepeatedField(json: string): boolean {
  const inner = json.trimStart().startsWith('"') ? parse(json) : undefined;
  if (typeof inner === 'string') return hasRepeatedField(inner);
  const names = new Set<string>();
  let depth = 0;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === '"') {
      const end = findStringEnd(json, index);
      if (depth === 1 && isFollowedByColon(json, end)) {
        const name = String(parse(json.slice(index, end)));
        if (names.has(name)) return true;
        names.add(name);
      }
      index = end - 1;
    }
  }
  return false;
}

function parseStructure(text: string): object | undefined {
  const value = parse(text);
  // Some models send the object as a JSON string.
  const inner = typeof value === 'string' ? parse(value) : value;
  return typeof inner === 'object' && inner !== null ? inner : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** The index after the brace that closes the one at `start`, strings skipped; -1 when it stays open. */
function findObjectEnd(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = findStringEnd(text, index) - 1;
    else if (code === OPENING_BRACE) depth += 1;
    else if (code === CLOSING_BRACE) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return -1;
}

/** The index after the quotation mark that closes the one at `start`; the end of the text when it stays open. */
function findStringEnd(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === BACKSLASH) index += 1;
    else if (code === QUOTE) return index + 1;
  }
  return text.length;
}

function isFollowedByColon(text: string, from: number): boolean {
  let index = from;
  while (index < text.length && /\s/.test(text[index] ?? '')) index += 1;
  return text[index] === ':';
}
