/**
 * A new document in the place of an older one: its head, and the older sections, each replaced by the new one of its
 * title. What is new comes last.
 */
export function mergeDocuments(older: string, newer: string): string {
  const [, ...olderSections] = sectionsOf(older);
  const [head = '', ...newerSections] = sectionsOf(newer);
  const fresh = new Map(newerSections.map((section) => [titleOf(section), section]));
  const known = olderSections.map((section) => fresh.get(titleOf(section)) ?? section);
  const knownTitles = new Set(olderSections.map(titleOf));
  const added = newerSections.filter((section) => !knownTitles.has(titleOf(section)));
  return `${[head, ...known, ...added].map((part) => part.trimEnd()).join('\n\n')}\n`;
}

/** The head, then each section with its heading. */
function sectionsOf(document: string): string[] {
  return document.split(/^(?=## )/m);
}

function titleOf(section: string): string {
  return section.split('\n', 1)[0] ?? '';
}
