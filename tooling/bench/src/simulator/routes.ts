import { request } from 'undici';
import { z } from 'zod';
import type { SimulatorProcess } from './start-simulator-process.ts';

/** One request as it is sent. */
export type RouteRequest = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

export type Route = {
  readonly name: string;
  /** The `index`-th request: they go round the day's markets, so that one answer is not all that is measured. */
  readonly requestAt: (index: number) => RouteRequest;
};

const EventPage = z.object({ events: z.array(z.object({ markets: z.array(z.object({ ticker: z.string() })) })) });

const BRIEF = '- The harbour reopened on Tuesday, and the price has not moved since, says the port office.\n'.repeat(
  25,
);

/** What the arena asks of the three services in a day, for the markets that are open now. */
export async function createRoutes(simulator: SimulatorProcess): Promise<readonly Route[]> {
  const { kalshiBaseUrl, openRouterBaseUrl, exaBaseUrl } = simulator;
  const listing = createGetRequest(`${kalshiBaseUrl}/events?status=open&with_nested_markets=true&limit=200`);
  const tickers = await readTickers(listing.url);
  const getTicker = (index: number): string => tickers[index % tickers.length] ?? '';
  return [
    { name: 'Kalshi: open events with their markets', requestAt: () => listing },
    {
      name: 'Kalshi: one market',
      requestAt: (index) => createGetRequest(`${kalshiBaseUrl}/markets/${getTicker(index)}`),
    },
    {
      name: 'OpenRouter: a betting decision',
      requestAt: (index) =>
        createPostRequest(`${openRouterBaseUrl}/chat/completions`, buildBetQuestion(getTicker(index))),
    },
    {
      name: 'Exa: an answer',
      requestAt: (index) =>
        createPostRequest(`${exaBaseUrl}/answer`, {
          query: `What is known?\nMarket ticker: ${getTicker(index)}`,
          text: false,
        }),
    },
  ];
}

async function readTickers(url: string): Promise<readonly string[]> {
  const { body } = await request(url);
  const { events } = EventPage.parse(await body.json());
  return events.flatMap(({ markets }) => markets.map(({ ticker }) => ticker));
}

function createGetRequest(url: string): RouteRequest {
  return { url, method: 'GET', headers: {}, body: null };
}

function createPostRequest(url: string, body: object): RouteRequest {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer bench' };
  return { url, method: 'POST', headers, body: JSON.stringify(body) };
}

/** As long as the arena's own question, with the tags that the simulated models read. */
function buildBetQuestion(ticker: string): object {
  const system = `<persona_name>Aggressive Contrarian</persona_name>\n${'Weigh the evidence. '.repeat(100)}\nStake at most $<max_stake_dollars>1000.00</max_stake_dollars>.`;
  const user = `<ticker>${ticker}</ticker>\n<intelligence_brief>\n${BRIEF}</intelligence_brief>\n<locked_price>0.385</locked_price>`;
  return {
    model: 'openai/gpt-6.1-sol',
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'bet_decision', strict: true, schema: {} } },
  };
}
