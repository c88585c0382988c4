import type { KnipConfig } from 'knip';
import base from './knip.json' with { type: 'json' };

/** Scores of the methodology that are tested against its vectors and wait for their page. */
const SCORES_TO_COME = [
  'packages/scoring/src/{money/sizing,score-forecasts,state/season-history}.ts',
  'packages/scoring/src/words/describe-{claim,sizing}.ts',
];

/** Code that a tool's configuration imports, which is not seen here. */
const READ_BY_TOOLS = ['apps/web/src/lib/security/security-headers.ts'];

/** What `knip --production` looks for: code of the product that only tests use. */
const config: KnipConfig = {
  ...base,
  // Exported for a test, and at work in its own file.
  ignoreExportsUsedInFile: true,
  // Test helpers that other packages import are entry points like any other.
  ignore: [...base.ignore, '**/testing/**', ...READ_BY_TOOLS, ...SCORES_TO_COME],
};

export default config;
