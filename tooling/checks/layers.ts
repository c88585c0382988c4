/**
 * Who may import whom, as the architecture draws it: `domain ← {payout, scoring} ← {db, queue, clients} ← apps`.
 * A room may import itself, the rooms listed here, and nothing else of the repository.
 */
export const layers: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/payout': ['packages/domain'],
  'packages/scoring': ['packages/domain', 'packages/payout'],
  'packages/receipts': ['packages/domain'],
  'packages/config': ['packages/domain'],
  'packages/observability': ['packages/domain', 'packages/http'],
  'packages/http': ['packages/domain'],
  'packages/kalshi': ['packages/domain', 'packages/http'],
  'packages/openrouter': ['packages/domain', 'packages/http'],
  'packages/exa': ['packages/domain', 'packages/http'],
  'packages/db': ['packages/domain'],
  'packages/queue': ['packages/domain'],
  'stand-ins/local-stack': ['packages/domain'],
  'stand-ins/simulator': ['packages/domain'],
  'apps/web': ['packages/domain'],
  'apps/api': [
    'packages/config',
    'packages/db',
    'packages/domain',
    'packages/observability',
    'packages/payout',
    'packages/receipts',
    'packages/scoring',
  ],
  'apps/worker': [
    'packages/config',
    'packages/db',
    'packages/domain',
    'packages/exa',
    'packages/http',
    'packages/kalshi',
    'stand-ins/local-stack',
    'packages/observability',
    'packages/openrouter',
    'packages/payout',
    'packages/queue',
    'packages/receipts',
    'packages/scoring',
    'stand-ins/simulator',
  ],
  'apps/launcher': [
    'packages/config',
    'packages/domain',
    'stand-ins/local-stack',
    'packages/observability',
    'stand-ins/simulator',
  ],
};

/**
 * The rooms inside the worker, from the ground up. Each may import itself, the rooms listed here, which stand above it
 * in this list, and nothing else of the worker.
 */
export const workerRooms: Readonly<Record<string, readonly string[]>> = {
  backup: [],
  export: [],
  dataset: [],
  operations: [],
  'paid-calls': [],
  telemetry: [],
  receipts: [],
  arena: ['telemetry'],
  pipeline: ['arena', 'paid-calls', 'telemetry'],
  settlement: ['arena', 'receipts', 'telemetry'],
  amendments: ['arena', 'receipts', 'settlement'],
  audit: ['receipts', 'settlement'],
  control: ['arena', 'settlement'],
  alerts: ['arena', 'telemetry'],
  roster: [],
  'dry-run': ['arena', 'pipeline'],
  schedule: ['arena', 'control', 'pipeline', 'settlement'],
  season: ['arena', 'control', 'pipeline', 'settlement'],
  resilience: [],
  service: [
    'alerts',
    'amendments',
    'arena',
    'audit',
    'control',
    'dataset',
    'operations',
    'pipeline',
    'roster',
    'schedule',
    'settlement',
    'telemetry',
  ],
  cli: [
    'alerts',
    'amendments',
    'arena',
    'audit',
    'backup',
    'dataset',
    'dry-run',
    'export',
    'paid-calls',
    'pipeline',
    'receipts',
    'roster',
    'schedule',
    'season',
    'settlement',
    'telemetry',
  ],
};

/** Rooms of types only: `web` knows the shape of the API and never its code. */
export const typeOnlyLayers: Readonly<Record<string, readonly string[]>> = { 'apps/web': ['apps/api'] };

/** What tests may reach for beside their room's layers: real servers to talk to. */
export const testLayers: Readonly<Record<string, readonly string[]>> = {
  'packages/receipts': ['packages/db'],
  'packages/db': ['stand-ins/local-stack'],
  'packages/queue': ['stand-ins/local-stack'],
  'packages/kalshi': ['stand-ins/simulator'],
  'packages/openrouter': ['stand-ins/simulator'],
  'packages/exa': ['stand-ins/simulator'],
  'stand-ins/simulator': ['packages/kalshi', 'packages/openrouter', 'packages/exa'],
  'apps/api': ['stand-ins/local-stack'],
};

/** Rooms that only compute: no file, no network, no process. */
export const pureModules: readonly string[] = ['packages/domain', 'packages/payout', 'packages/scoring'];

/** Libraries that stay behind one room, so that each can be changed in one place. */
export const ownedLibraries: Readonly<Record<string, readonly string[]>> = {
  mongodb: ['packages/db', 'stand-ins/local-stack', 'tooling/bench'],
  '@prisma/orm-mongo': ['packages/db', 'stand-ins/local-stack'],
  bullmq: ['packages/queue', 'stand-ins/local-stack'],
  ioredis: ['packages/queue'],
  openai: ['packages/openrouter'],
  pino: ['packages/observability'],
  '@opentelemetry': ['packages/observability'],
  nodemailer: ['packages/observability'],
  mingo: ['stand-ins/local-stack'],
  bson: ['packages/db', 'stand-ins/local-stack'],
  fastify: ['apps/api', 'apps/worker', 'stand-ins/simulator'],
  '@bull-board/api': ['packages/queue', 'apps/worker'],
  next: ['apps/web'],
};
