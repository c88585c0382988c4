/** The four parts of an intelligence brief that an Exa query can ask for. */
export type BriefSection = 'key-facts' | 'recent-developments' | 'historical-context' | 'consensus';

const signs: readonly (readonly [BriefSection, RegExp])[] = [
  ['recent-developments', /recent|latest|development|news/gi],
  ['historical-context', /histor|base rate|past|precedent/gi],
  ['consensus', /consensus|expert|analyst|opinion|view/gi],
  ['key-facts', /key fact|basic fact|fact/gi],
];

/** The section a query is about: the one whose words it uses first, or the key facts. */
export function sectionOf(query: string): BriefSection {
  const found = signs
    .map(([section, words]) => ({ section, at: query.search(words) }))
    .filter(({ at }) => at >= 0)
    .toSorted((left, right) => left.at - right.at);
  return found[0]?.section ?? 'key-facts';
}
