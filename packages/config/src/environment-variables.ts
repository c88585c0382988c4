import { AGENT_COUNT } from '@coliseum/domain/arena-rules';
import { FeeRule } from '@coliseum/domain/fee-rule';
import { z } from 'zod';
import { AgentModel, MODEL_SLUG } from './agent-model.ts';
import { ENCODE_CREDENTIALS, hasUnencodedCredentials } from './unencoded-credentials.ts';

const secret = z.string().regex(/^\S+$/, 'has to be one word without spaces; copy the key again');
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'has to be a port from 1 to 65535, such as 3000')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, 'has to be a port from 1 to 65535, such as 3000');
const host = z.union([z.ipv4(), z.ipv6()], 'has to be an address of this machine, such as 127.0.0.1');
/** Without the slash at its end that people copy along: paths are put behind it, and browsers name origins without. */
const webAddress = z
  .url({ protocol: /^https?$/, error: 'has to be a web address that starts with http:// or https://' })
  .transform((url) => url.replace(/\/+$/, ''));
const origin = webAddress.refine(
  (url) => new URL(url).pathname === '/',
  'has to be an origin without a path, such as https://example.org',
);
const isEncoded = (url: string): boolean => !hasUnencodedCredentials(url);
const modelSlug = z.string().regex(MODEL_SLUG, 'has to name a model as OpenRouter does, such as openai/gpt-6.1-terra');
const dollars = z
  .string()
  .regex(/^(?=.*[1-9])\d{1,6}(\.\d{1,2})?$/, 'has to be an amount in dollars above 0, such as 10')
  .transform(Number);
const path = z.string();

function createCommaList<T extends z.ZodType<unknown, string>>(item: T) {
  const separated = z.string().transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
  return separated.pipe(z.array(item).min(1, 'has to name at least one, separated by commas'));
}

const agentModels = createCommaList(AgentModel)
  .refine((models) => models.length === AGENT_COUNT, `has to name exactly ${AGENT_COUNT} models, separated by commas`)
  .refine((models) => areDifferent(models.map(({ slug }) => slug)), 'names a model twice; every agent needs its own')
  .refine(
    (models) => areDifferent(models.flatMap(({ name }) => name?.toLowerCase() ?? [])),
    'gives two models one name; every agent needs its own',
  );

function areDifferent(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

/** Every variable the arena reads, as text from outside. `.env.example` documents each; a test compares the two. */
export const EnvironmentVariables = z.object({
  MONGODB_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/, 'has to be a MongoDB address, such as mongodb://localhost:27017/coliseum')
    .refine(isEncoded, ENCODE_CREDENTIALS)
    .optional(),
  QUEUE_URL: z
    .string()
    .regex(
      /^(rediss?|postgres(ql)?):\/\/\S+$/,
      'has to be a Redis or PostgreSQL address, such as redis://localhost:6379',
    )
    .refine(isEncoded, ENCODE_CREDENTIALS)
    .optional(),
  OPENROUTER_API_KEY: secret.optional(),
  EXA_API_KEY: secret.optional(),
  KALSHI_BASE_URL: createCommaList(webAddress).optional(),
  OPENROUTER_BASE_URL: webAddress.optional(),
  EXA_BASE_URL: webAddress.optional(),
  COLISEUM_DATA_DIR: path.default('.coliseum'),
  COLISEUM_PERSONAS_DIR: path.optional(),
  DATASET_DIR: path.optional(),
  COLISEUM_EXHIBITION: z.stringbool({ error: 'has to be true or false' }).optional(),
  COLISEUM_SEED: z.string().default('coliseum'),
  WEB_HOST: host.default('127.0.0.1'),
  WEB_PORT: port.default(3000),
  API_HOST: host.default('127.0.0.1'),
  API_PORT: port.default(4000),
  API_URL: webAddress.optional(),
  CORS_ORIGINS: createCommaList(origin).default([]),
  DAILY_RUN_AT_UTC: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'has to be a time of day in UTC, such as 14:00')
    .default('14:00'),
  FEE_RULE: z.enum(FeeRule.options, { error: `has to be one of ${FeeRule.options.join(', ')}` }).default('gross-7'),
  AGENT_MODELS: agentModels.optional(),
  SELECTOR_MODEL: modelSlug.default('openai/gpt-6.1-terra'),
  DECISION_TIMEOUT_MS: z
    .string()
    .regex(/^[1-9]\d{2,6}$/, 'has to be milliseconds from 100 to 9999999, such as 300000')
    .transform(Number)
    .default(300_000),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], {
      error: 'has to be one of silent, fatal, error, warn, info, debug, trace',
    })
    .default('info'),
  LOGFIRE_TOKEN: secret.optional(),
  LOGFIRE_BASE_URL: webAddress.optional(),
  DECISION_CONCURRENCY: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'has to be a number of calls from 1 to 999, such as 40')
    .transform(Number)
    .default(40),
  DAILY_BUDGET_USD: dollars.default(10),
  DAILY_WARNING_USD: dollars.default(3),
  WORKER_HOST: host.default('127.0.0.1'),
  WORKER_PORT: port.optional(),
  OPERATOR_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, 'has to be at least 16 characters without spaces; "openssl rand -hex 24" makes one')
    .optional(),
  ALERT_SLACK_WEBHOOK_URL: webAddress.optional(),
  ALERT_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'has to be an SMTP address, such as smtps://user:password@mail.example.org')
    .optional(),
  ALERT_EMAIL_FROM: z.email('has to be an e-mail address').optional(),
  ALERT_EMAIL_TO: createCommaList(z.email('has to be an e-mail address')).default([]),
  ARENA_COMMAND: z.string().optional(),
  CHROMIUM_PATH: path.optional(),
});
export type EnvironmentVariables = z.infer<typeof EnvironmentVariables>;
