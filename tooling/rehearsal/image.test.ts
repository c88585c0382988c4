import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findUser } from './image.ts';

async function createRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'coliseum-root-'));
  onTestFinished(async () => await rm(root, { recursive: true }));
  await mkdir(join(root, 'etc'));
  await writeFile(join(root, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1001::/home/node:/bin/sh\n');
  return root;
}

test.each([
  ['root', { userId: 0, groupId: 0, home: '/root' }],
  ['node', { userId: 1000, groupId: 1001, home: '/home/node' }],
  ['1000', { userId: 1000, groupId: 1001, home: '/home/node' }],
  ['1000:5', { userId: 1000, groupId: 5, home: '/home/node' }],
  ['999:998', { userId: 999, groupId: 998, home: '/' }],
])('the user %s is found', async (user, expected) => {
  expect(findUser(await createRoot(), user)).toEqual(expected);
});

test('a name that the root does not know is refused', async () => {
  const root = await createRoot();
  expect(() => findUser(root, 'nobody-here')).toThrow('There is no user nobody-here');
});
