/** A run of text, a citation or a link. A brief yields nothing else: it is never treated as markup. */
export type BriefSpan =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'cite'; readonly number: number }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

export type BriefSection = { readonly heading: string; readonly points: readonly (readonly BriefSpan[])[] };

const HEADING = /^##+\s(?<text>.+)$/;
const BULLET = /^[-*•]\s+/;
const SPAN = /\*\*(?<strong>[^*]+)\*\*|\[(?<cite>\d{1,2})\]|\[(?<label>[^\][]+)\]\((?<url>[^()\s]+)\)/g;

/** The sections of a brief in the PRD's format. The title (`# Market Question: …` up to the first `##`) repeats the page and is left out. */
export function parseBrief(brief: string): readonly BriefSection[] {
  const sections: { heading: string; points: BriefSpan[][] }[] = [];
  let isTitle = false;
  for (const line of brief.split('\n').map((text) => text.trim())) {
    const heading = HEADING.exec(line)?.groups?.['text']?.trim();
    isTitle = heading === undefined && (isTitle || /^#\s/.test(line));
    if (heading !== undefined) sections.push({ heading, points: [] });
    else if (line !== '' && !isTitle) {
      const section = sections.at(-1) ?? addSection(sections);
      section.points.push(parseSpans(line.replace(BULLET, '')));
    }
  }
  return sections.filter((section) => section.points.length > 0);
}

function addSection<T>(sections: { heading: string; points: T[] }[]): { heading: string; points: T[] } {
  const section = { heading: 'Brief', points: [] };
  sections.push(section);
  return section;
}

/** Recognizes strong text, citations `[3]` and links to http addresses; anything else that looks like markup stays text. */
export function parseSpans(text: string): BriefSpan[] {
  const spans: BriefSpan[] = [];
  let end = 0;
  for (const match of text.matchAll(SPAN)) {
    const span = toSpan(match);
    if (match.index > end) spans.push({ kind: 'text', text: text.slice(end, match.index) });
    spans.push(span);
    end = match.index + match[0].length;
  }
  if (end < text.length) spans.push({ kind: 'text', text: text.slice(end) });
  return spans;
}

function toSpan(match: RegExpExecArray): BriefSpan {
  const { strong, cite, label, url } = match.groups ?? {};
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (cite !== undefined) return { kind: 'cite', number: Number(cite) };
  const safe = url === undefined ? null : toSafeUrl(url);
  if (label !== undefined && safe !== null) return { kind: 'link', text: label, url: safe };
  return { kind: 'text', text: match[0] };
}

/**
 * The address if a spectator may follow it, null otherwise: it has to be http or https, without a user name or password
 * before the host. `https://kalshi.com@elsewhere.example/` leads elsewhere, and a password has no place in a link.
 */
export function toSafeUrl(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'http:' && parsed?.protocol !== 'https:') return null;
  return parsed.username === '' && parsed.password === '' ? parsed.href : null;
}
