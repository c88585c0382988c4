import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a test file comes to the server that MONGODB_URL names. */
const USES_SERVER = /getTestServerUrl\(\)|openTestEndpoint\(\)|startTestArena\(|process\.env\['MONGODB_URL'\]/;

/** The integration tests that run on the server of MONGODB_URL instead of the local stack, by their paths below `root`. */
export function findDatabaseTests(root: string): readonly string[] {
  return globSync('{apps,packages,stand-ins}/*/src/**/*.integration.test.ts', { cwd: root })
    .filter((path) => USES_SERVER.test(readFileSync(join(root, path), 'utf8')))
    .toSorted();
}
