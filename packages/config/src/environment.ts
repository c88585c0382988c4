import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { z } from 'zod';
import { EnvironmentVariables } from './environment-variables.ts';
import { readSecretFiles } from './read-secret-files.ts';

const DEFAULT_PERSONAS_DIR = fileURLToPath(new URL('../../../personas', import.meta.url));

/** The arena's configuration, read once at start and passed on as a value. */
export type Environment = ReturnType<typeof toEnvironment>;

/**
 * Reads the environment. An empty variable counts as not set; variables of others are left alone. Each can also stand in
 * a file that NAME_FILE names: see `readSecretFiles`.
 *
 * @throws AppError CONFIG_INVALID that names each wrong variable and what to do. Values are never repeated: some are
 * secrets.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const names = Object.keys(EnvironmentVariables.shape);
  const files = readSecretFiles(omitEmpty(env), names);
  const values = omitEmpty(files.env);
  const quoted = names.filter((name) => QUOTED.test(values[name] ?? ''));
  const parsed = EnvironmentVariables.safeParse(omitEmpty(unquote(values, quoted)));
  const unusable = [...files.mistakes.map((mistake) => `  ${mistake}.`), ...quoted.map(describeQuotes)];
  if (parsed.success && unusable.length === 0) return toEnvironment(parsed.data);
  const issues = [...unusable, ...describeIssues(parsed.error)];
  throw new AppError({
    code: 'CONFIG_INVALID',
    message: `Some environment variables are missing or invalid (.env.example explains each one):\n${issues.join('\n')}`,
    details: { mistakes: issues.length },
  });
}

/** A shell takes quotes away; Docker's `--env-file` and the forms of most hosts keep them. */
const QUOTED = /^(?<quote>["'`]).*\k<quote>$/s;

function unquote(values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return { ...values, ...Object.fromEntries(names.map((name) => [name, values[name]?.slice(1, -1) ?? ''])) };
}

function describeQuotes(variable: string): string {
  return `  ${variable} has quotes around its value, which count as a part of it here. Remove them.`;
}

function omitEmpty(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

function describeIssues(error: z.ZodError | undefined): string[] {
  const lines = (error?.issues ?? []).map(({ path, message }) => {
    const [variable, position] = path;
    const entry = typeof position === 'number' ? ` (entry ${position + 1})` : '';
    return `  ${String(variable)}${entry} ${message}.`;
  });
  return [...new Set(lines)];
}

function toEnvironment(variables: EnvironmentVariables) {
  return {
    mongodbUrl: variables.MONGODB_URL,
    queueUrl: variables.QUEUE_URL,
    openRouterApiKey: variables.OPENROUTER_API_KEY,
    exaApiKey: variables.EXA_API_KEY,
    /** In the order they are to be tried. */
    kalshiBaseUrls: variables.KALSHI_BASE_URL,
    openRouterBaseUrl: variables.OPENROUTER_BASE_URL,
    exaBaseUrl: variables.EXA_BASE_URL,
    dataDir: variables.COLISEUM_DATA_DIR,
    personasDir: variables.COLISEUM_PERSONAS_DIR ?? DEFAULT_PERSONAS_DIR,
    /** The versions of the public dataset, one folder each. */
    datasetDir: variables.DATASET_DIR ?? join(variables.COLISEUM_DATA_DIR, 'dataset'),
    /** Set explicitly; otherwise `resolveServiceModes` decides. */
    exhibition: variables.COLISEUM_EXHIBITION,
    seed: variables.COLISEUM_SEED,
    webHost: variables.WEB_HOST,
    webPort: variables.WEB_PORT,
    apiHost: variables.API_HOST,
    apiPort: variables.API_PORT,
    apiUrl: variables.API_URL,
    corsOrigins: variables.CORS_ORIGINS,
    /** `HH:MM`; see `toMinuteOfDay`. */
    dailyRunAtUtc: variables.DAILY_RUN_AT_UTC,
    feeRule: variables.FEE_RULE,
    /** In roster order. */
    agentModels: variables.AGENT_MODELS,
    selectorModel: variables.SELECTOR_MODEL,
    decisionTimeoutMs: variables.DECISION_TIMEOUT_MS,
    logLevel: variables.LOG_LEVEL,
    logfireToken: variables.LOGFIRE_TOKEN,
    logfireBaseUrl: variables.LOGFIRE_BASE_URL,
    /** How many agents are asked at the same time. */
    decisionConcurrency: variables.DECISION_CONCURRENCY,
    /** What the outside calls of one match day may cost together. */
    dailyBudgetMicroDollars: Math.round(variables.DAILY_BUDGET_USD * 1_000_000),
    /** What they may cost before the operator is told. */
    dailyWarningMicroDollars: Math.round(variables.DAILY_WARNING_USD * 1_000_000),
    workerHost: variables.WORKER_HOST,
    /** 0 where none was chosen: any free one. */
    workerPort: variables.WORKER_PORT ?? 0,
    operatorToken: variables.OPERATOR_TOKEN,
    alertSlackWebhookUrl: variables.ALERT_SLACK_WEBHOOK_URL,
    alertSmtpUrl: variables.ALERT_SMTP_URL,
    alertEmailFrom: variables.ALERT_EMAIL_FROM,
    alertEmailTo: variables.ALERT_EMAIL_TO,
    /** What is typed before a command of the arena; see `fitCommands`. */
    arenaCommand: variables.ARENA_COMMAND,
    chromiumPath: variables.CHROMIUM_PATH,
  } as const;
}
