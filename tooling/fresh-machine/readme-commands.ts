export type ReadmeCommand = { readonly name: 'start' | 'test'; readonly line: string };

/** The two commands of the README, in its order. */
export const readmeCommands: readonly ReadmeCommand[] = [
  { name: 'start', line: 'npm start' },
  { name: 'test', line: 'npm test' },
];
