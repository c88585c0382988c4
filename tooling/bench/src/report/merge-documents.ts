/**
 * A new document merged into an older one: the new head, and the older sections, each replaced by the new one with the
 * same title. New sections come last.
 */
export function mergeDocuments(older: string, newer: string): string {
  const [, ...olderSections] = splitSections(older);
  const [head = '', ...newerSections] = splitSections(newer);
  const fresh = new Map(newerSections.map((section) => [readTitle(section), section]));
  const known = olderSections.map((section) => fresh.get(readTitle(section)) ?? section);
  const knownTitles = new Set(olderSections.map(readTitle));
  const added = newerSections.filter((section) => !knownTitles.has(readTitle(section)));
  return `${[head, ...known, ...added].map((part) => part.trimEnd()).join('\n\n')}\n`;
}

/** The head, then each section with its heading. */
function splitSections(document: string): string[] {
  return document.split(/^(?=## )/m);
}

function readTitle(section: string): string {
  return section.split('\n', 1)[0] ?? '';
}
