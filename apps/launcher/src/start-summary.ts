import type { ServiceMode } from '@coliseum/config/service-modes';
import type { Addresses } from './addresses.ts';
import type { LaunchPlan } from './launch-plan.ts';

type StartSummaryInput = {
  readonly plan: LaunchPlan;
  readonly addresses: Addresses;
  readonly apiPort: number;
  /** Null where no OPERATOR_TOKEN is set: then it is not served. */
  readonly queuePage: string | null;
  /** Whether database and queue were started here. */
  readonly local: { readonly database: boolean; readonly queue: boolean };
};

/** What the terminal shows once everything answers: what runs where, and how to stop it. No secret is in it. */
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
    plan.modes.exhibition ? `The arena runs. ${formatExhibitionNotice(plan)}` : 'The arena runs, on the real thing.',
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(12)} ${value}`),
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}

/** One sentence that says what is not real. */
export function formatExhibitionNotice({ modes }: Pick<LaunchPlan, 'modes'>): string {
  const named = [
    ['markets', modes.kalshi],
    ['models', modes.openRouter],
    ['research', modes.exa],
  ] as const;
  const simulated = named.filter(([, mode]) => mode === 'simulated').map(([name]) => name);
  if (simulated.length === 0) return 'This is an exhibition, as COLISEUM_EXHIBITION says.';
  return `This is an exhibition: simulated ${new Intl.ListFormat('en').format(simulated)}.`;
}

function describeService(mode: ServiceMode, url: string): string {
  return `${mode.padEnd(9)}  ${removeCredentials(url)}`;
}

function describeStore(url: string, isLocal: boolean): string {
  return isLocal ? `${url}   local stack` : removeCredentials(url).replace(/\?.*$/, '');
}

/** A database URL may hold a user and a password before its host. */
function removeCredentials(url: string): string {
  return url.replaceAll(/\/\/[^/@]*@/g, '//');
}
