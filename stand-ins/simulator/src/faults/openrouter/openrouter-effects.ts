import {
  createHtmlAnswer,
  createJsonAnswer,
  transportEffects,
  type Answer,
  type FaultEffect,
} from '../fault-effect.ts';
import type { OpenRouterCallKind } from '../fault-kinds.ts';
import { readField } from '../json-fields.ts';
import { changeChoice, changeMessage, changeText, removeCost } from './change-completion.ts';

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
  moderated: createRefusal(403, 'The input was flagged by moderation.', {
    metadata: { reasons: ['gambling'], flagged_input: '…', provider_name: 'Simulator', model_slug: OTHER_MODEL },
  }),
  retired: createRefusal(404, 'No endpoints found for the model.'),
  'no-endpoints': createRefusal(404, 'No endpoints found that can handle the requested parameters.'),
  'rate-limited': createRefusal(429, 'Rate limit exceeded.', { metadata: { error_type: 'rate_limit_exceeded' } }),
  'rate-limited-retry-after': createRefusal(
    429,
    'Rate limit exceeded.',
    { metadata: { error_type: 'rate_limit_exceeded' } },
    RETRY_AFTER,
  ),
  'server-error': createRefusal(500, 'Internal Server Error'),
  'bad-gateway-html': createHtmlAnswer(502, '502 Bad Gateway'),
  'upstream-timeout': createRefusal(504, 'The provider did not answer in time.'),
  'other-model': createChange((answer) => ({ ...answer, model: OTHER_MODEL })),
  'no-cost': createChange(removeCost),
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
