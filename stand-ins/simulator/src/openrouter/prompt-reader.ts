import { z } from 'zod';

const MessageContent = z.union([z.string(), z.array(z.object({ text: z.string().optional() })), z.null()]).optional();

export const PromptMessages = z.array(z.object({ role: z.string(), content: MessageContent })).min(1);
export type PromptMessages = z.infer<typeof PromptMessages>;

/** Everything a model is told, in the order it was sent. */
export function joinPromptText(messages: PromptMessages): string {
  return messages
    .map(({ content }) =>
      Array.isArray(content) ? content.map((part) => part.text ?? '').join('\n') : (content ?? ''),
    )
    .join('\n');
}

/** What stands between `<name>` and `</name>` where it first occurs, trimmed and with entities resolved, or null. */
export function readTag(text: string, name: string): string | null {
  const start = text.indexOf(`<${name}>`);
  const end = text.indexOf(`</${name}>`, start);
  return start < 0 || end < 0 ? null : unescapeText(text.slice(start + name.length + 2, end).trim());
}

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The number in a tag, thousands separators and a dollar sign allowed, or null. */
export function readNumberTag(text: string, name: string): number | null {
  const digits = readTag(text, name)?.replaceAll(/[$,\s]/g, '') ?? '';
  return /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : null;
}

/** The tickers of a list of candidates given as JSON lines, in their order. */
export function readCandidateTickers(text: string): readonly string[] {
  const tickers = text
    .split('\n')
    .filter((line) => line.includes('"ticker"'))
    .map((line) => /"ticker"\s*:\s*"([^"]+)"/.exec(line)?.[1])
    .filter((ticker) => ticker !== undefined);
  return [...new Set(tickers)];
}

const LONGEST_FACT = 140;
/** With its links and citations. */
const LONGEST_LINE = 1_000;

/**
 * Bulleted statements of the prompt's `<intelligence_brief>`, without links and citation marks, short enough to quote within
 * a sentence.
 */
export function readBriefFacts(prompt: string): readonly string[] {
  return (readTag(prompt, 'intelligence_brief') ?? '')
    .split('\n')
    .filter((line) => line.startsWith('- ') && line.length <= LONGEST_LINE && !line.includes('{'))
    .map((line) =>
      line
        .slice(2)
        .replaceAll(/\s*\(?\[[^\]]*\](?:\([^)]*\))?\)?/g, '')
        .replace(/[.\s]+$/, '')
        .trim(),
    )
    .filter((fact) => fact.length > 15 && fact.length <= LONGEST_FACT && !fact.includes('<'))
    .map((fact) => `${fact.charAt(0).toLowerCase()}${fact.slice(1)}`);
}
