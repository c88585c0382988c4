import type { Agent } from '@coliseum/domain/agent';
import { STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import type { Id } from '@coliseum/domain/id';
import { toMatchDate } from '@coliseum/domain/match-date';
import { EMPTY_STATS } from '@coliseum/domain/statistics';

type DefaultAgent = {
  readonly name: string;
  /** The model that plays under this name today: the original one is no longer served. */
  readonly modelSlug: string;
  readonly family: string;
  readonly displayColor: string;
  readonly displayColorText: string;
  readonly avatarInitials: string;
};

const WHITE = '#ffffff';
const INK = '#1b1612';

/** The eight agents of the product requirements, in roster order. */
const DEFAULT_AGENTS: readonly DefaultAgent[] = [
  {
    name: 'GPT-4o',
    modelSlug: 'openai/gpt-6.1-sol',
    family: 'gpt',
    displayColor: '#1f8549',
    displayColorText: WHITE,
    avatarInitials: 'GP',
  },
  {
    name: 'Claude 3.5',
    modelSlug: 'anthropic/claude-sonnet-5.5',
    family: 'claude',
    displayColor: '#ea9740',
    displayColorText: INK,
    avatarInitials: 'CL',
  },
  {
    name: 'Grok-2',
    modelSlug: 'x-ai/grok-4.7',
    family: 'grok',
    displayColor: '#12449f',
    displayColorText: WHITE,
    avatarInitials: 'GK',
  },
  {
    name: 'Gemini Pro',
    modelSlug: 'google/gemini-4-argon',
    family: 'gemini',
    displayColor: '#8c52cc',
    displayColorText: WHITE,
    avatarInitials: 'GE',
  },
  {
    name: 'Llama 3.1',
    modelSlug: 'meta-llama/llama-4-maverick',
    family: 'llama',
    displayColor: '#a0142f',
    displayColorText: WHITE,
    avatarInitials: 'LL',
  },
  {
    name: 'Mistral Large',
    modelSlug: 'mistralai/mistral-large-4-0',
    family: 'mistral',
    displayColor: '#27c3d9',
    displayColorText: INK,
    avatarInitials: 'ML',
  },
  {
    name: 'DeepSeek V2',
    modelSlug: 'deepseek/deepseek-v4-pro-0813',
    family: 'deepseek',
    displayColor: '#ebe344',
    displayColorText: INK,
    avatarInitials: 'DS',
  },
  {
    name: 'Qwen Max',
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
  /** Slugs in roster order; the defaults take over where the list ends. */
  readonly modelSlugs?: readonly string[];
};

/** The default agents before their first bet. */
export function createDefaultAgents({ newId, now, modelSlugs = [] }: DefaultAgentsInput): Agent[] {
  return DEFAULT_AGENTS.map((agent, index) => ({
    ...agent,
    id: newId(),
    modelSlug: modelSlugs[index] ?? agent.modelSlug,
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
