/** The four parts of an intelligence brief that an Exa query can ask for. */
export type BriefSection = 'key-facts' | 'recent-developments' | 'historical-context' | 'consensus';

const sectionPatterns: readonly (readonly [BriefSection, RegExp])[] = [
  ['recent-developments', /recent|latest|newest|development|changed/i],
  ['historical-context', /histor|base rate|precedent/i],
  ['consensus', /consensus|expert|analyst|opinion/i],
  ['key-facts', /key fact/i],
];

/**
 * The section a query is about: the last line that has a section's words decides, as the question and its rules come
 * before what is asked about them. Key facts if no line has any.
 */
export function findSection(query: string): BriefSection {
  const lines = query.split('\n').toReversed();
  return lines.map(findLineSection).find((section) => section !== null) ?? 'key-facts';
}

function findLineSection(line: string): BriefSection | null {
  const found = sectionPatterns
    .map(([section, words]) => ({ section, at: line.search(words) }))
    .filter(({ at }) => at >= 0)
    .toSorted((left, right) => left.at - right.at);
  return found[0]?.section ?? null;
}
