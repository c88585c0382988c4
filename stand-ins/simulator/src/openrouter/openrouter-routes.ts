import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { MarketUniverse } from '../market/market-universe.ts';
import type { SimulatorClock } from '../server/simulator-clock.ts';
import { answerBet } from './answer-bet.ts';
import { answerSelection } from './answer-selection.ts';
import { buildCompletionBody } from './completion-body.ts';
import { modelCatalogue, listSupportedParameters } from './model-catalogue.ts';
import { PromptMessages, joinPromptText } from './prompt-reader.ts';
import { toWireModel } from './wire-model.ts';

type OpenRouterDeps = { readonly universe: MarketUniverse; readonly clock: SimulatorClock; readonly seed: string };

const ChatRequest = z.looseObject({
  model: z.string().min(1),
  messages: PromptMessages,
  stream: z.boolean().optional(),
  response_format: z.looseObject({ json_schema: z.looseObject({ name: z.string() }).optional() }).optional(),
  provider: z.looseObject({ require_parameters: z.boolean().optional() }).optional(),
});
type ChatRequest = z.infer<typeof ChatRequest>;

/** OpenRouter's chat completions, not streamed, by simulated models; and its list of models. */
export function registerOpenRouterRoutes(server: FastifyInstance, deps: OpenRouterDeps): void {
  server.setNotFoundHandler((_request, reply) => sendError(reply, 404, 'Not Found'));
  server.get('/models', () => ({ data: modelCatalogue.map(toWireModel) }));

  server.post('/chat/completions', (request, reply) => {
    if (!/^Bearer \S/.test(request.headers.authorization ?? '')) return sendError(reply, 401, 'User not found.');
    const parsed = ChatRequest.safeParse(request.body);
    if (!parsed.success) return sendError(reply, 400, z.prettifyError(parsed.error));
    if (parsed.data.stream === true) return sendError(reply, 400, 'The simulator does not stream; send stream: false.');
    if (lacksParameter(parsed.data)) {
      return sendError(reply, 404, 'No endpoints found that can handle the requested parameters.');
    }
    const slug = parsed.data.model;
    const prompt = joinPromptText(parsed.data.messages);
    const content = answerPrompt(deps, slug, parsed.data.response_format?.json_schema?.name, prompt);
    return buildCompletionBody({ slug, prompt, content, nowMs: deps.clock.nowMs() });
  });
}

function answerPrompt(deps: OpenRouterDeps, slug: string, schemaName: string | undefined, prompt: string): string {
  if (schemaName === 'market_selection') return answerSelection(deps, prompt);
  if (schemaName === 'bet_decision') return answerBet(deps, slug, prompt);
  return 'The simulated models answer market selections and betting decisions only.';
}

/** With `require_parameters`, a request for something that the model's endpoints do not take finds no endpoint. */
function lacksParameter(request: ChatRequest): boolean {
  const catalogued = modelCatalogue.find((model) => model.slug === request.model);
  if (!catalogued || request.provider?.require_parameters !== true) return false;
  const supported = listSupportedParameters(catalogued);
  return ['temperature', 'top_p'].some((name) => request[name] !== undefined && !supported.includes(name));
}

function sendError(reply: FastifyReply, code: number, message: string): FastifyReply {
  return reply.status(code).send({ error: { code, message } });
}
