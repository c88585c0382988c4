import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppError, isAppError } from '@coliseum/domain/errors/app-error';
import { expect, onTestFinished, test } from 'vitest';
import { readEnvironment } from './environment.ts';

function readConfigError(env: Record<string, string>): AppError {
  try {
    readEnvironment(env);
  } catch (error) {
    if (isAppError(error, 'CONFIG_INVALID')) return error;
    throw error;
  }
  throw new Error('The environment was accepted');
}

test('an empty environment gives the documented defaults', () => {
  expect(readEnvironment({})).toMatchObject({
    mongodbUrl: undefined,
    queueUrl: undefined,
    openRouterApiKey: undefined,
    dataDir: '.coliseum',
    webPort: 3000,
    apiPort: 4000,
    corsOrigins: [],
    seed: 'coliseum',
    dailyRunAtUtc: '14:00',
    feeRule: 'gross-7',
    agentModels: undefined,
    selectorModel: 'openai/gpt-6.1-terra',
    decisionTimeoutMs: 300_000,
    decisionConcurrency: 40,
    dailyBudgetMicroDollars: 10_000_000,
    dailyWarningMicroDollars: 3_000_000,
    logLevel: 'info',
    workerHost: '127.0.0.1',
    workerPort: 0,
    operatorToken: undefined,
    alertSlackWebhookUrl: undefined,
    alertSmtpUrl: undefined,
    alertEmailTo: [],
  });
});

test('the default personas folder exists', () => {
  expect(existsSync(readEnvironment({}).personasDir)).toBe(true);
});

test('an empty or blank variable counts as not set, and spaces around a value are dropped', () => {
  const environment = readEnvironment({ WEB_PORT: '', OPENROUTER_API_KEY: '  ', EXA_API_KEY: ' key\n' });
  expect(environment).toMatchObject({ webPort: 3000, openRouterApiKey: undefined, exaApiKey: 'key' });
});

test('quotes that were kept around values are named, each once, beside other mistakes', () => {
  const { message } = readConfigError({
    MONGODB_URL: '"mongodb://localhost/arena"',
    OPENROUTER_API_KEY: "'key'",
    API_PORT: '"x"',
    OF_OTHERS: '"y"',
  });
  expect(message.match(/^ {2}.*$/gm)).toEqual([
    expect.stringMatching(/^ {2}MONGODB_URL has quotes/),
    expect.stringMatching(/^ {2}OPENROUTER_API_KEY has quotes/),
    expect.stringMatching(/^ {2}API_PORT has quotes/),
    expect.stringMatching(/^ {2}API_PORT has to be a port/),
  ]);
});

test.each(['MONGODB_URL', 'QUEUE_URL'])(
  'a password in %s that has to be encoded is named, and not repeated',
  (name) => {
    const { message } = readConfigError({
      [name]: `${name === 'QUEUE_URL' ? 'redis' : 'mongodb'}://me:pa/ss@a.example`,
    });
    expect(message).toMatch(`${name} has a user or password with a character that has to be encoded`);
    expect(message).not.toContain('pa/ss');
  },
);

test('a slash at the end of a web address is dropped', () => {
  const environment = readEnvironment({
    API_URL: 'https://api.example/',
    CORS_ORIGINS: 'https://site.example/, https://other.example',
    KALSHI_BASE_URL: 'https://one.example/v2//',
  });
  expect(environment).toMatchObject({
    apiUrl: 'https://api.example',
    corsOrigins: ['https://site.example', 'https://other.example'],
    kalshiBaseUrls: ['https://one.example/v2'],
  });
});

test('an origin with a path is refused: no browser would ever send it', () => {
  expect(readConfigError({ CORS_ORIGINS: 'https://site.example/arena' }).message).toMatch(
    'CORS_ORIGINS (entry 1) has to be an origin without a path',
  );
});

test('lists are split at commas', () => {
  const environment = readEnvironment({
    KALSHI_BASE_URL: 'https://one.example/v2, https://two.example/v2',
    CORS_ORIGINS: 'https://site.example,',
  });
  expect(environment.kalshiBaseUrls).toEqual(['https://one.example/v2', 'https://two.example/v2']);
  expect(environment.corsOrigins).toEqual(['https://site.example']);
  const { alertEmailTo } = readEnvironment({ ALERT_EMAIL_TO: 'one@site.example,two@site.example' });
  expect(alertEmailTo).toEqual(['one@site.example', 'two@site.example']);
});

test('a budget in dollars is read to the cent', () => {
  expect(readEnvironment({ DAILY_BUDGET_USD: '0.29' }).dailyBudgetMicroDollars).toBe(290_000);
  expect(readEnvironment({ DAILY_BUDGET_USD: '12.5' }).dailyBudgetMicroDollars).toBe(12_500_000);
});

test.each([
  ['MONGODB_URL', 'localhost:27017'],
  ['QUEUE_URL', 'amqp://localhost'],
  ['OPENROUTER_API_KEY', 'two words'],
  ['KALSHI_BASE_URL', 'https://fine.example,ftp://not.example'],
  ['OPENROUTER_BASE_URL', 'openrouter.ai'],
  ['COLISEUM_EXHIBITION', 'maybe'],
  ['WEB_PORT', '0'],
  ['API_PORT', '65536'],
  ['DAILY_RUN_AT_UTC', '24:00'],
  ['FEE_RULE', 'none'],
  ['AGENT_MODELS', 'one/model,two/model'],
  ['SELECTOR_MODEL', 'gpt'],
  ['DECISION_TIMEOUT_MS', '-5'],
  ['DECISION_CONCURRENCY', '0'],
  ['DAILY_BUDGET_USD', '0.00'],
  ['DAILY_WARNING_USD', 'three'],
  ['LOG_LEVEL', 'loud'],
  ['LOGFIRE_BASE_URL', 'logfire'],
  ['WORKER_HOST', 'localhost'],
  ['API_HOST', 'localhost'],
  ['WEB_HOST', '*'],
  ['WORKER_PORT', '70000'],
  ['OPERATOR_TOKEN', 'too-short'],
  ['ALERT_SLACK_WEBHOOK_URL', 'hooks.slack.com'],
  ['ALERT_SMTP_URL', 'https://mail.example'],
  ['ALERT_EMAIL_FROM', 'arena'],
  ['ALERT_EMAIL_TO', 'one@site.example,two'],
])('a wrong %s is named with what it has to be', (variable, value) => {
  expect(readConfigError({ [variable]: value }).message).toMatch(
    new RegExp(`^  ${variable}( \\(entry \\d\\))? has to `, 'm'),
  );
});

test('the same model for two agents is refused', () => {
  const slugs = Array.from({ length: 8 }, (_, index) => `lab/model-${index % 7}`).join(',');
  expect(readConfigError({ AGENT_MODELS: slugs }).message).toMatch(/AGENT_MODELS names a model twice/);
});

test('a model may come with the name it plays under', () => {
  const slugs = Array.from({ length: 7 }, (_, index) => `lab/model-${index}`).join(',');
  const { agentModels } = readEnvironment({ AGENT_MODELS: `lab/first = The First 1.0 ,${slugs}` });
  expect(agentModels?.slice(0, 2)).toEqual([
    { slug: 'lab/first', name: 'The First 1.0' },
    { slug: 'lab/model-0', name: null },
  ]);
});

test('two models with the same name are refused, whatever the case', () => {
  const models = Array.from(
    { length: 8 },
    (_, index) => `lab/model-${index}=${index === 7 ? 'NAME 0' : `Name ${index}`}`,
  );
  expect(readConfigError({ AGENT_MODELS: models.join(',') }).message).toMatch(/AGENT_MODELS gives two models one name/);
});

test('every mistake is reported at once and no value is repeated', () => {
  const error = readConfigError({
    OPENROUTER_API_KEY: 'sk-or secret',
    MONGODB_URL: 'mongo://user:hunter2@host',
    API_PORT: 'x',
  });
  expect(error.details).toEqual({ mistakes: 3 });
  for (const name of ['OPENROUTER_API_KEY', 'MONGODB_URL', 'API_PORT']) expect(error.message).toContain(name);
  expect(error.message).not.toMatch(/secret|hunter2/);
});

async function writeSecret(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-secret-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  await writeFile(join(folder, 'secret'), text);
  return join(folder, 'secret');
}

test('a secret can stand in a file, with a line break at its end', async () => {
  const path = await writeSecret('mongodb://reader:pass@mongo/coliseum\n');
  expect(readEnvironment({ MONGODB_URL_FILE: path }).mongodbUrl).toBe('mongodb://reader:pass@mongo/coliseum');
});

test('the variable itself goes before its file, which then need not be there', () => {
  const env = { MONGODB_URL: 'mongodb://atlas/coliseum', MONGODB_URL_FILE: '/nowhere/mongodb-url' };
  expect(readEnvironment(env).mongodbUrl).toBe('mongodb://atlas/coliseum');
});

test('a file that is missing, or holds a wrong value, is named without the value', async () => {
  const path = await writeSecret('hunter2');
  const error = readConfigError({ MONGODB_URL_FILE: path, EXA_API_KEY_FILE: '/nowhere/exa' });
  expect(error.message).toContain('EXA_API_KEY_FILE names /nowhere/exa, which cannot be read (ENOENT).');
  expect(error.message).toContain('MONGODB_URL has to be');
  expect(error.message).not.toContain('hunter2');
});
