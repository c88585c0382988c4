import { defineCommand, type AddCommand } from './define-command.ts';

const AGENT = { flags: '--agent <name>', about: 'name or model of the agent', isRequired: true } as const;
const YES = { flags: '--yes', about: 'make the change; without it the command says what would change' } as const;

/** Commands about who plays. */
export const agentsCommands: readonly AddCommand[] = [
  defineCommand({
    name: 'list',
    about: 'show every agent with its days, present and departed, and how they differ from AGENT_MODELS',
    examples: ['agents list'],
    load: async () => (await import('./commands/agents-list.ts')).listAgents,
  }),
  defineCommand({
    name: 'replace',
    about: "let another model take an agent's place, as a new agent with a bankroll of its own",
    options: [
      AGENT,
      { flags: '--model <slug=Name>', about: 'the model, and the name it plays under', isRequired: true },
      YES,
    ],
    examples: ['agents replace --agent openai/gpt-6.1-sol --model "openai/gpt-6.1-terra=GPT-6.1 Terra" --yes'],
    load: async () => (await import('./commands/agents-change.ts')).replaceAgent,
  }),
  defineCommand({
    name: 'retire',
    about: 'stop asking an agent; its open bets settle and its record stays',
    options: [AGENT, YES],
    examples: ['agents retire --agent "Grok 4.7" --yes'],
    load: async () => (await import('./commands/agents-change.ts')).retireAgent,
  }),
  defineCommand({
    name: 'rename',
    about: 'give an agent that has not answered yet another name',
    options: [AGENT, { flags: '--name <name>', about: 'its new name', isRequired: true }, YES],
    examples: ['agents rename --agent x-ai/grok-4.7 --name "Grok 4.7" --yes'],
    load: async () => (await import('./commands/agents-change.ts')).renameAgent,
  }),
];
