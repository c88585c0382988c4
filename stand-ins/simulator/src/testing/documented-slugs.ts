import { modelCatalogue } from '../openrouter/model-catalogue.ts';
import { mindBySlug } from '../openrouter/model-minds.ts';

/** The slugs whose minds are documented, in the catalogue's order. */
export const documentedSlugs: readonly string[] = modelCatalogue
  .map((catalogued) => catalogued.slug)
  .filter((slug) => slug in mindBySlug);
