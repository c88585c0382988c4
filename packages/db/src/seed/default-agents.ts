import type { Agent } from '@coliseum/domain/agent';
import { STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import type { Id } from '@coliseum/domain/id';
import { toMatchDate } from '@coliseum/domain/match-date';
import { EMPTY_STATS } from '@coliseum/domain/statistics';

type DefaultAgent = {
  readonly name: string;
  /** As OpenRouter names it. The name of the agent is what plays. */
  readonly modelSlug: string;
  readonly family: string;
  readonly displayColor: string;
  readonly displayColorText: string;
  readonly avatarInitials: string;
};

const WHITE = '#ffffff';
const INK = '#1b1612';

/**
 * The eight agents, in roster order. Families, colours and crests are those of the product requirements, whose models are
 * no longer served: each family plays with its model of today.
 */
const DEFAULT_AGENTS: readonly DefaultAgent[] = [
  {
    name: 'GPT-6.1 Sol',
    modelSlug: 'openai/gpt-6.1-sol',
    family: 'gpt',
    displayColor: '#1f8549',
    displayColorText: WHITE,
    avatarInitials: 'GP',
  },
  {
    name: 'Claude Sonnet 5.5',
    modelSlug: 'anthropic/claude-sonnet-5.5',
    family: 'claude',
    displayColor: '#ea9740',
    displayColorText: INK,
    avatarInitials: 'CL',
  },
  {
    name: 'Grok 4.7',
    modelSlug: 'x-ai/grok-4.7',
    family: 'grok',
    displayColor: '#12449f',
    displayColorText: WHITE,
    avatarInitials: 'GK',
  },
  {
    name: 'Gemini 4 Argon',
    modelSlug: 'google/gemini-4-argon',
    family: 'gemini',
    displayColor: '#8c52cc',
    displayColorText: WHITE,
    avatarInitials: 'GE',
  },
  {
    name: 'Llama 4 Maverick',
    modelSlug: 'meta-llama/llama-4-maverick',
    family: 'llama',
    displayColor: '#a0142f',
    displayColorText: WHITE,
    avatarInitials: 'LL',
  },
  {
    name: 'Mistral Large 4.0',
    modelSlug: 'mistralai/mistral-large-4-0',
    family: 'mistral',
    displayColor: '#27c3d9',
    displayColorText: INK,
    avatarInitials: 'ML',
  },
  {
    name: 'DeepSeek V4 Pro',
    modelSlug: 'deepseek/deepseek-v4-pro-0813',
    family: 'deepseek',
    displayColor: '#ebe344',
    displayColorText: INK,
    avatarInitials: 'DS',
  },
  {
    name: 'Qwen3.8 Max Prime',
    modelSlug: 'qwen/qwen3.8-max-prime',
    family: 'qwen',
    displayColor: '#fb78ac',
    displayColorText: INK,
    avatarInitials: 'QW',
  },
];

/** The OpenRouter slugs of the default agents, in roster order. */
export const DEFAULT_MODEL_SLUGS: readonly string[] = DEFAULT_AGENTS.map((agent) => agent.modelSlug);

/** The families of the default agents, in roster order. */
export const DEFAULT_FAMILIES: readonly string[] = DEFAULT_AGENTS.map((agent) => agent.family);

type DefaultAgentsInput = {
  readonly newId: () => Id;
  readonly now: Date;
  /** In roster order; the defaults take over where the list ends. */
  readonly models?: readonly ChosenModel[];
};

/** A model for an agent, with its name or null for the one that {@link nameModel} gives it. */
type ChosenModel = { readonly slug: string; readonly name: string | null };

/** What a model plays under where nobody has named it: as a default agent, or as the slug has it. */
export function nameModel(slug: string): string {
  const known = DEFAULT_AGENTS.find((agent) => agent.modelSlug === slug);
  return known?.name ?? slug.slice(slug.indexOf('/') + 1);
}

/** The founding agents before their first bet. */
export function createDefaultAgents({ newId, now, models = [] }: DefaultAgentsInput): Agent[] {
  return DEFAULT_AGENTS.map((agent, index) => ({
    ...agent,
    ...nameChosenModel(models[index] ?? { slug: agent.modelSlug, name: agent.name }),
    id: newId(),
    rosterOrder: index + 1,
    from: toMatchDate(now),
    until: null,
    founding: true,
    startingBankrollCents: STARTING_BANKROLL_CENTS,
    currentBankrollCents: STARTING_BANKROLL_CENTS,
    reservedCents: 0,
    totalPnlCents: 0,
    stats: EMPTY_STATS,
    history: [],
    createdAt: now,
    updatedAt: now,
  }));
}

function nameChosenModel({ slug, name }: ChosenModel): Pick<Agent, 'modelSlug' | 'name'> {
  return { modelSlug: slug, name: name ?? nameModel(slug) };
}
