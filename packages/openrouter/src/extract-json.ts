const FENCED = /```[\w-]*\s*\n?([\s\S]*?)```/g;
/** Bounds the work on a text that is full of braces. */
const MAX_STARTS = 64;

/**
 * The JSON object or array in a model's text, or undefined when there is none: the whole text, else a fenced block,
 * else the longest object that stands in the prose. A bare number or word does not count as an answer.
 */
export function extractJson(text: string): unknown {
  const whole = parseStructure(text.trim());
  if (whole !== undefined) return whole;
  const fenced = [...text.matchAll(FENCED)].map((match) => parseStructure((match[1] ?? '').trim()));
  const block = fenced.findLast((value) => value !== undefined);
  return block === undefined ? findLongestObject(text) : block;
}

function parseStructure(text: string): unknown {
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

function findLongestObject(text: string): unknown {
  let found: { value: unknown; length: number } | undefined;
  let start = text.indexOf('{');
  for (let tries = 0; start >= 0 && tries < MAX_STARTS; tries += 1) {
    const end = findObjectEnd(text, start);
    const value = end === -1 ? undefined : parseStructure(text.slice(start, end));
    if (value !== undefined && end - start >= (found?.length ?? 0)) found = { value, length: end - start };
    start = text.indexOf('{', value === undefined ? start + 1 : end);
  }
  return found?.value;
}

/** The index after the brace that closes the one at `start`, strings skipped; -1 when it stays open. */
function findObjectEnd(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return -1;
}
