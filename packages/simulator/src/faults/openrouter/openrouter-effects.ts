import { htmlAnswer, jsonAnswer, transportEffects, type Answer, type FaultEffect } from '../fault-effect.ts';
import type { OpenRouterCallKind } from '../fault-kinds.ts';
import { fieldOf } from '../json-fields.ts';
import { changeChoice, changeMessage, changeText, withoutCost } from './change-completion.ts';

const RETRY_AFTER = { 'retry-after': '1' };
const OTHER_MODEL = 'simulator/stand-in-1';

/** What each kind of fault does to a call to OpenRouter. Changes leave the list of models as it is. */
export const openRouterEffects: Readonly<Record<OpenRouterCallKind, FaultEffect>> = {
  ...transportEffects,
  'fenced-json': changed((answer) => changeText(answer, (text) => `\`\`\`json\n${text}\n\`\`\``)),
  'prose-around-json': changed((answer) =>
    changeText(answer, (text) => `Here is what I decided after some thought:\n\n${text}\n\nGood luck to everybody.`),
  ),
  prose: changed((answer) => changeText(answer, () => 'I would lean towards YES here, though not with much money.')),
  'wrong-shape': changed((answer) => changeText(answer, () => '{"verdict":"yes","how_sure":"very"}')),
  'cut-json': changed((answer) =>
    changeChoice(
      changeText(answer, (text) => text.slice(0, text.length / 2)),
      { finish_reason: 'length', native_finish_reason: 'length' },
    ),
  ),
  'empty-length': changed((answer) =>
    changeChoice(changeMessage(answer, { content: '' }), {
      finish_reason: 'length',
      native_finish_reason: 'max_output_tokens',
    }),
  ),
  'null-content': changed((answer) => changeMessage(answer, { content: null })),
  refusal: changed((answer) => changeMessage(answer, { content: null, refusal: 'I can’t help with betting.' })),
  'error-in-200': changed(({ id }) => ({ id, error: upstreamError(503, 'provider_overloaded') })),
  'finish-reason-error': changed((answer) =>
    changeChoice(
      changeText(answer, (text) => text.slice(0, 12)),
      { finish_reason: 'error', native_finish_reason: 'error', error: upstreamError(502, 'provider_unavailable') },
    ),
  ),
  'bad-request': refused(400, 'simulated/model is not a valid model ID'),
  unauthorized: refused(401, 'User not found.'),
  'no-credit': refused(402, 'This request requires more credits, or fewer max_tokens.', {
    metadata: { reason: 'weight_exceeds_budget', limit_source: 'openrouter_credits' },
  }),
  'credit-in-flight': refused(
    402,
    'Other requests hold the rest of the credit.',
    { metadata: { reason: 'in_flight_budget_exhausted', limit_source: 'openrouter_in_flight_budget' } },
    RETRY_AFTER,
  ),
  moderated: refused(403, 'The input was flagged by moderation.', {
    metadata: { reasons: ['gambling'], flagged_input: '…', provider_name: 'Simulator', model_slug: OTHER_MODEL },
  }),
  retired: refused(404, 'No endpoints found for the model.'),
  'no-endpoints': refused(404, 'No endpoints found that can handle the requested parameters.'),
  'rate-limited': refused(429, 'Rate limit exceeded.', { metadata: { error_type: 'rate_limit_exceeded' } }),
  'rate-limited-retry-after': refused(
    429,
    'Rate limit exceeded.',
    { metadata: { error_type: 'rate_limit_exceeded' } },
    RETRY_AFTER,
  ),
  'server-error': refused(500, 'Internal Server Error'),
  'bad-gateway-html': htmlAnswer(502, '502 Bad Gateway'),
  'upstream-timeout': refused(504, 'The provider did not answer in time.'),
  'other-model': changed((answer) => ({ ...answer, model: OTHER_MODEL })),
  'no-cost': changed(withoutCost),
};

/** A change of completions only. */
function changed(change: (answer: Answer) => Answer): FaultEffect {
  return {
    kind: 'change',
    change: (answer) => (fieldOf(answer, 'object') === 'chat.completion' ? change(answer) : answer),
  };
}

function refused(status: number, message: string, more: object = {}, headers: Record<string, string> = {}) {
  return jsonAnswer(status, { error: { code: status, message, ...more }, user_id: 'user_simulated' }, headers);
}

function upstreamError(code: number, errorType: string): object {
  return { code, message: 'Upstream error from Simulator.', metadata: { error_type: errorType } };
}
