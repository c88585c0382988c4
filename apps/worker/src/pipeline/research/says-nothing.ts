/** That nothing was found shows in the first words. */
const SEEN_CHARACTERS = 300;

const REGRET = String.raw`^(?:(?:sorry|i['’]?m sorry|i am sorry|unfortunately|however),?\s+(?:but\s+)?)?`;
const NOTHING_FOUND: readonly RegExp[] = [
  String.raw`(?:i|we)\s+(?:(?:could|did|do|have|can)(?:\s?not|n['’]t)|can['’]t|(?:was|were|am|are)(?: un| not |n['’]t )able to)\s+(?:\w+\s+){0,3}?(?:access|determine|find|found|have|identify|locate|provide|verify)\b`,
  String.raw`(?:there (?:is|was|are|were)\s+)?(?:currently\s+)?no\s+(?:[\w-]+\s+){0,4}?(?:answers?|data|details|evidence|facts|information|reports?|results?|sources?)\b.{0,80}?\b(?:available|exists?|found|located|in the (?:search )?(?:results|sources))\b`,
  String.raw`(?:the |these |my )?(?:available |provided )?(?:context|documents|results|search(?: results?)?|sources)\s+(?:do|does|did)(?: not|n['’]t)\b`,
  String.raw`nothing\s+(?:\w+\s+){0,4}?(?:available|found)\b`,
].map((pattern) => new RegExp(REGRET + pattern, 'i'));

/** Whether a line only says that nothing was found. */
export function saysNothing(line: string): boolean {
  const beginning = line.slice(0, SEEN_CHARACTERS);
  return NOTHING_FOUND.some((pattern) => pattern.test(beginning));
}
