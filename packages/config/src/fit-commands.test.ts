import { expect, test } from 'vitest';
import { fitCommands } from './fit-commands.ts';

const MESSAGE = 'Run "npm run arena -- doctor", then "npm run arena -- run --date 2026-03-02".';

test('in a container every command of a message is what reaches that container', () => {
  expect(fitCommands(MESSAGE, 'docker compose exec worker arena')).toBe(
    'Run "docker compose exec worker arena doctor", then "docker compose exec worker arena run --date 2026-03-02".',
  );
});

test.each([undefined, '', ' '])('in a checkout, with %j, a message stays as it is', (arenaCommand) => {
  expect(fitCommands(MESSAGE, arenaCommand)).toBe(MESSAGE);
});
