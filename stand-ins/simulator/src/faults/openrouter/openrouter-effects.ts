import {
  createHtmlAnswer,
  createJsonAnswer,
  transportEffects,
  type Answer,
  type FaultEffect,
} from '../fault-effect.ts';
import type { OpenRouterCallKind } from '../fault-kinds.ts';
import { isJsonObject, readField } from '../json-fields.ts';
import {
  changeChoice,
  changeContent,
  changeMessage,
  changeText,
  changeUsage,
  draftOtherDecision,
  removeCost,
} from './change-completion.ts';

const RETRY_AFTER = { 'retry-after': '1' };
const OTHER_MODEL = 'simulator/stand-in-1';

/** What each kind of fault does to a call to OpenRouter. Changes leave the list of models as it is. */
export const openRouterEffects: Readonly<Record<OpenRouterCallKind, FaultEffect>> = {
  ...transportEffects,
  'fenced-json': createChange((answer) => changeText(answer, (text) => `\`\`\`json\n${text}\n\`\`\``)),
  'prose-around-json': createChange((answer) =>
    changeText(answer, (text) => `Here is what I decided after some thought:\n\n${text}\n\nGood luck to everybody.`),
  ),
  prose: createChange((answer) =>
    changeText(answer, () => 'I would lean towards YES here, though not with much money.'),
  ),
  'reasoned-draft': createChange((answer) =>
    changeText(answer, (text) => `<think>First thought: ${draftOtherDecision(text)}</think>\n${text}`),
  ),
  'draft-and-final': createChange((answer) =>
    changeText(answer, (text) => `Draft: ${draftOtherDecision(text)}\n\nFinal: ${text}`),
  ),
  'content-parts': createChange((answer) =>
    changeContent(answer, (text) => [
      { type: 'thinking', thinking: [{ type: 'text', text: draftOtherDecision(text) }] },
      { type: 'text', text },
    ]),
  ),
  'bare-pass': createChange((answer) =>
    changeText(answer, () => '{"decision":"ABSTAIN","amount":null,"confidence":null,"probability":null}'),
  ),
  'wrong-shape': createChange((answer) => changeText(answer, () => '{"verdict":"yes","how_sure":"very"}')),
  'cut-json': createChange((answer) =>
    changeChoice(
      changeText(answer, (text) => text.slice(0, text.length / 2)),
      { finish_reason: 'length', native_finish_reason: 'length' },
    ),
  ),
  'empty-length': createChange((answer) =>
    changeChoice(changeMessage(answer, { content: '' }), {
      finish_reason: 'length',
      native_finish_reason: 'max_output_tokens',
    }),
  ),
  'null-content': createChange((answer) => changeMessage(answer, { content: null })),
  refusal: createChange((answer) => changeMessage(answer, { content: null, refusal: 'I can’t help with betting.' })),
  'content-filter': createChange((answer) =>
    changeChoice(
      changeText(answer, (text) => text.slice(0, text.length / 2)),
      { finish_reason: 'content_filter', native_finish_reason: 'SAFETY' },
    ),
  ),
  'error-in-200': createChange(({ id }) => ({ id, error: buildUpstreamError(503, 'provider_overloaded') })),
  'finish-reason-error': createChange((answer) =>
    changeChoice(
      changeText(answer, (text) => text.slice(0, 12)),
      { finish_reason: 'error', native_finish_reason: 'error', error: buildUpstreamError(502, 'provider_unavailable') },
    ),
  ),
  'bad-request': createRefusal(400, 'simulated/model is not a valid model ID'),
  unauthorized: createRefusal(401, 'User not found.'),
  'no-credit': createRefusal(402, 'This request requires more credits, or fewer max_tokens.', {
    metadata: { reason: 'weight_exceeds_budget', limit_source: 'openrouter_credits' },
  }),
  'credit-in-flight': createRefusal(
    402,
    'Other requests hold the rest of the credit.',
    { metadata: { reason: 'in_flight_budget_exhausted', limit_source: 'openrouter_in_flight_budget' } },
    RETRY_AFTER,
  ),
  'key-limit': createRefusal(403, 'Key limit exceeded (total limit). Manage it in the settings.'),
  moderated: createRefusal(403, 'The input was flagged by moderation.', {
    metadata: { reasons: ['gambling'], flagged_input: '…', provider_name: 'Simulator', model_slug: OTHER_MODEL },
  }),
  'data-policy': createRefusal(404, 'No endpoints found matching your data policy. Change it in the settings.'),
  retired: createRefusal(404, 'No endpoints found for the model.'),
  'no-endpoints': createRefusal(404, 'No endpoints found that can handle the requested parameters.'),
  'rate-limited': createRefusal(429, 'Rate limit exceeded.', { metadata: { error_type: 'rate_limit_exceeded' } }),
  'rate-limited-retry-after': createRefusal(
    429,
    'Rate limit exceeded.',
    { metadata: { error_type: 'rate_limit_exceeded' } },
    RETRY_AFTER,
  ),
  'rate-limited-reset': createRefusal(429, 'Rate limit exceeded: free-models-per-min.', {
    // Seconds to wait; OpenRouter itself sends a time, which an effect does not know.
    metadata: { headers: { 'X-RateLimit-Limit': '20', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '90' } },
  }),
  'daily-limit': createRefusal(429, 'Rate limit exceeded: free-models-per-day. Add credits.', {
    metadata: { headers: { 'X-RateLimit-Limit': '50', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '90' } },
  }),
  'server-error': createRefusal(500, 'Internal Server Error'),
  'bad-gateway-html': createHtmlAnswer(502, '502 Bad Gateway'),
  'upstream-timeout': createRefusal(504, 'The provider did not answer in time.'),
  'other-model': createChange((answer) => ({ ...answer, model: OTHER_MODEL })),
  'no-cost': createChange(removeCost),
  'odd-usage': createChange((answer) =>
    changeUsage(answer, ({ cost }) => ({ prompt_tokens: 1820.5, completion_tokens: '96', cost: String(cost) })),
  ),
  'own-key': createChange((answer) =>
    changeUsage(answer, ({ cost, cost_details }) => ({
      cost: 0,
      is_byok: true,
      cost_details: { ...(isJsonObject(cost_details) ? cost_details : {}), upstream_inference_cost: cost },
    })),
  ),
};

/** A change of completions only. */
function createChange(change: (answer: Answer) => Answer): FaultEffect {
  return {
    kind: 'change',
    change: (answer) => (readField(answer, 'object') === 'chat.completion' ? change(answer) : answer),
  };
}

function createRefusal(status: number, message: string, more: object = {}, headers: Record<string, string> = {}) {
  return createJsonAnswer(status, { error: { code: status, message, ...more }, user_id: 'user_simulated' }, headers);
}

function buildUpstreamError(code: number, errorType: string): object {
  return { code, message: 'Upstream error from Simulator.', metadata: { error_type: errorType } };
}
