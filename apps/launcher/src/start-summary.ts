import type { ServiceMode } from '@coliseum/config/service-modes';
import type { Addresses } from './addresses.ts';
import type { LaunchPlan } from './launch-plan.ts';

type StartSummaryInput = {
  readonly plan: LaunchPlan;
  readonly addresses: Addresses;
  readonly apiPort: number;
  /** Null without an OPERATOR_TOKEN, when the page is not served. */
  readonly queuePage: string | null;
  /** Whether database and queue are those of the local stack. */
  readonly local: { readonly database: boolean; readonly queue: boolean };
};

/**
 * The summary shown once everything is ready: what runs where, and how to stop it. Its only secret is the local stack's own password, for
 * its owner to connect with: without it nobody could look into the database.
 */
export function formatStartSummary({ plan, addresses, apiPort, queuePage, local }: StartSummaryInput): string {
  const api = `http://localhost:${apiPort}`;
  const { kalshi, openRouter, exa } = plan.modes;
  const rows: readonly (readonly [string, string])[] = [
    ['Site', addresses.webUrl],
    ['API', `${api}   tRPC under /trpc, REST under /api`],
    ['API docs', `${api}/api/docs`],
    ['Database', describeStore(addresses.mongodbUrl, local.database)],
    ['Queue', describeStore(addresses.queueUrl, local.queue)],
    ...(queuePage === null ? [] : [['Queue page', `${queuePage}   any name, OPERATOR_TOKEN as the password`] as const]),
    ['Data folder', `${plan.dataDir}   logs in ${plan.logDir}`],
    ['Kalshi', describeService(kalshi, addresses.kalshiBaseUrl)],
    ['OpenRouter', describeService(openRouter, addresses.openRouterBaseUrl)],
    ['Exa', describeService(exa, addresses.exaBaseUrl)],
  ];
  return [
    '',
    plan.modes.exhibition
      ? `The arena is running. ${formatExhibitionNotice(plan)}`
      : 'The arena is running on the real services.',
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(12)} ${value}`),
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}

/** One sentence that says what is simulated. */
export function formatExhibitionNotice({ modes }: Pick<LaunchPlan, 'modes'>): string {
  const services = [
    ['markets', modes.kalshi],
    ['models', modes.openRouter],
    ['research', modes.exa],
  ] as const;
  const simulated = services.filter(([, mode]) => mode === 'simulated').map(([name]) => name);
  if (simulated.length === 0) return 'This is an exhibition (COLISEUM_EXHIBITION is set).';
  return `This is an exhibition: simulated ${new Intl.ListFormat('en').format(simulated)}.`;
}

function describeService(mode: ServiceMode, url: string): string {
  return `${mode.padEnd(9)}  ${removeCredentials(url)}`;
}

function describeStore(url: string, isLocal: boolean): string {
  return isLocal ? `${url}   local stack` : removeCredentials(url).replace(/\?.*$/, '');
}

/** A database URL may contain a user and a password before the host, and a password an `@`. */
function removeCredentials(url: string): string {
  return url.replaceAll(/\/\/[^/?#]*@/g, '//');
}
