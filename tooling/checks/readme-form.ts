const SECTIONS = ['Purpose', 'Entry points', 'May depend on', 'Example', 'How to change it'];

/** Finds deviations of a package's README from the fixed form: the package name as title, then the five sections in order. */
export function findFormProblems(readme: string, packageName: string): string[] {
  const title = readme.split('\n', 1)[0] ?? '';
  const sections = [...readme.matchAll(/^## (.+)$/gm)].map(([, name = '']) => name);
  const problems = title === `# ${packageName}` ? [] : [`the title has to be "# ${packageName}", not "${title}"`];
  const found = sections.filter((name) => SECTIONS.includes(name));
  if (found.join() !== SECTIONS.join()) {
    problems.push(`the sections have to be ${SECTIONS.join(', ')}, in this order; found ${found.join(', ') || 'none'}`);
  }
  return problems;
}
