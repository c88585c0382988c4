import { z } from 'zod';

/**
 * What a match is about. A closed set: the selector writes the category, and a word of its own would become a heading
 * and a filter of the site. The first ten are those that the selection prompt names.
 */
export const Category = z.enum([
  'politics',
  'finance',
  'sports',
  'tech',
  'weather',
  'crypto',
  'entertainment',
  'science',
  'world',
  'other',
  'business',
  'commodities',
  'economics',
  'education',
  'health',
  'mentions',
  'social',
  'transportation',
]);
export type Category = z.infer<typeof Category>;

/** Other words for the same, the exchange's own among them. */
const SYNONYMS: ReadonlyMap<string, Category> = new Map([
  ['climate', 'weather'],
  ['climate and weather', 'weather'],
  ['companies', 'business'],
  ['culture', 'entertainment'],
  ['economy', 'economics'],
  ['elections', 'politics'],
  ['financials', 'finance'],
  ['science and technology', 'science'],
  ['technology', 'tech'],
  ['transport', 'transportation'],
]);

/** The category that a word stands for; `other` for a word that stands for none. */
export function toCategory(word: string): Category {
  const name = word.trim().toLowerCase();
  return Category.safeParse(name).data ?? SYNONYMS.get(name) ?? 'other';
}
