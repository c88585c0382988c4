import { z } from 'zod';
import { exaEndpoints, kalshiEndpoints, openRouterEndpoints } from './endpoints.ts';
import {
  exaCallKinds,
  kalshiCallKinds,
  marketLifeKinds,
  marketWireKinds,
  modelKinds,
  openRouterCallKinds,
  standingKinds,
} from './fault-kinds.ts';

/** Fields of a rule of any service. Without `probability`, `calls` and `script` every matching call fails. */
const common = {
  /** Names the rule in the record of requests and in the addresses of the admin interface. Unique. */
  name: z.string().regex(/^[\w .-]{1,80}$/, 'Give letters, digits, spaces, dots, dashes and underscores, at most 80.'),
  /** Only calls about this market. */
  market: z.string().min(1).optional(),
  /** How likely each matching call, market or model is to be hit, decided by the seed. */
  probability: z.number().min(0).max(1).optional(),
  /** The numbers of the matching calls that fail, from 1. */
  calls: z.array(z.int().positive()).min(1).optional(),
  /** Starts the script again at its end. */
  repeat: z.boolean().optional(),
};

function buildKindFields<Call extends string, Standing extends string>(
  callKinds: readonly Call[],
  standing: readonly Standing[],
) {
  return {
    /** What happens; of several kinds, one is chosen at random each time. */
    kinds: z
      .array(z.enum([...callKinds, ...standing]))
      .min(1)
      .optional(),
    /** What happens to the first, second, third … matching call; `none` lets one pass. */
    script: z
      .array(z.enum([...callKinds, 'none']))
      .min(1)
      .optional(),
  };
}

const noKinds: readonly never[] = [];

const KalshiRule = z.strictObject({
  ...common,
  ...buildKindFields(kalshiCallKinds, [...marketLifeKinds, ...marketWireKinds]),
  service: z.literal('kalshi'),
  endpoint: z.enum(kalshiEndpoints).optional(),
});

const OpenRouterRule = z.strictObject({
  ...common,
  ...buildKindFields(openRouterCallKinds, modelKinds),
  service: z.literal('openrouter'),
  endpoint: z.enum(openRouterEndpoints).optional(),
  /** Only calls to this model. */
  model: z.string().min(1).optional(),
  /** Only calls that ask for this schema, as `bet_decision`. */
  schema: z.string().min(1).optional(),
});

const ExaRule = z.strictObject({
  ...common,
  ...buildKindFields(exaCallKinds, noKinds),
  service: z.literal('exa'),
  endpoint: z.enum(exaEndpoints).optional(),
});

const AnyRule = z.discriminatedUnion('service', [KalshiRule, OpenRouterRule, ExaRule]);

/** One way in which a simulated service fails, and when. */
export const FaultRule = AnyRule.superRefine((rule, context) => {
  const issue = findRuleIssue(rule);
  if (issue !== null) context.addIssue({ code: 'custom', ...issue });
}).readonly();
export type FaultRule = z.infer<typeof FaultRule>;
export type FaultRuleInput = z.input<typeof FaultRule>;

type RuleIssue = { readonly path: string[]; readonly message: string };

function findRuleIssue(rule: z.infer<typeof AnyRule>): RuleIssue | null {
  const { kinds, script, calls, probability, repeat, endpoint, market } = rule;
  if ((kinds === undefined) === (script === undefined)) {
    return { path: ['kinds'], message: 'Give either kinds or a script.' };
  }
  if (script !== undefined && (calls ?? probability) !== undefined) {
    return { path: ['script'], message: 'A script says itself which calls fail: leave out calls and probability.' };
  }
  if (repeat !== undefined && script === undefined) {
    return { path: ['repeat'], message: 'Only a script can be repeated.' };
  }
  const standing = (kinds ?? []).filter((kind) => standingKinds.has(kind));
  if (standing.length === 0) return null;
  if (standing.length < (kinds ?? []).length) {
    return { path: ['kinds'], message: `Give ${standing.join(', ')} a rule without kinds that happen to calls.` };
  }
  if ((calls ?? endpoint) !== undefined) {
    return { path: ['kinds'], message: `${standing.join(', ')} holds at all times: leave out calls and endpoint.` };
  }
  if (rule.service === 'openrouter' && (rule.schema ?? market) !== undefined) {
    return { path: ['kinds'], message: `${standing.join(', ')} concerns a model: leave out schema and market.` };
  }
  return null;
}
