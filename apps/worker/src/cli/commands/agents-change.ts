import { systemClock } from '@coliseum/domain/clock';
import { AppError } from '@coliseum/domain/errors/app-error';
import { formatCents } from '@coliseum/domain/money';
import { checkModels } from '@coliseum/openrouter/check-models';
import { createOpenRouterClient } from '@coliseum/openrouter/client';
import { changeRoster, type RosterChange, type RosterRequest } from '../../roster/change-roster.ts';
import { parseAgentModel, parseAgentName } from '../arguments.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withServices } from '../with-services.ts';
import { withSession, type CommandContext } from '../with-session.ts';

type AgentOptions = { readonly agent: string; readonly yes?: true };

/** `arena agents replace`: lets another model take an agent's place. OpenRouter has to list it, with what a day needs. */
export async function replaceAgent(
  processEnvironment: ProcessEnvironment,
  { model: text, ...options }: AgentOptions & { readonly model: string },
): Promise<CommandResult> {
  const model = parseAgentModel('--model', text);
  return await withSession(processEnvironment, async (context) => {
    await requireUsableModel(context, model.slug);
    return await change(context, { kind: 'replace', agent: options.agent, model }, options);
  });
}

/** `arena agents retire`: stops asking an agent. */
export async function retireAgent(
  processEnvironment: ProcessEnvironment,
  options: AgentOptions,
): Promise<CommandResult> {
  return await withSession(
    processEnvironment,
    async (context) => await change(context, { kind: 'retire', agent: options.agent }, options),
  );
}

/** `arena agents rename`: gives an agent without an answer another name. */
export async function renameAgent(
  processEnvironment: ProcessEnvironment,
  { name: text, ...options }: AgentOptions & { readonly name: string },
): Promise<CommandResult> {
  const name = parseAgentName('--name', text);
  return await withSession(
    processEnvironment,
    async (context) => await change(context, { kind: 'rename', agent: options.agent, name }, options),
  );
}

async function requireUsableModel({ environment }: CommandContext, slug: string): Promise<void> {
  const models = await withServices(
    environment,
    async ({ openRouter: { apiKey, baseUrl } }) => await createOpenRouterClient({ apiKey, baseUrl }).listModels(),
  );
  const report = checkModels(models, [slug], systemClock.now());
  if (!report.ok) throw new AppError({ code: 'ARGUMENT_INVALID', message: `--model: ${report.sentences.join(' ')}` });
}

async function change(
  { database, logger }: CommandContext,
  request: RosterRequest,
  { yes: isConfirmed = false }: { readonly yes?: boolean },
): Promise<CommandResult> {
  const made = await changeRoster(database, request, { now: systemClock.now(), isConfirmed });
  const sentences = describe(made);
  if (isConfirmed) logger.info({ change: request.kind, agent: made.before.id }, 'roster changed');
  const end = isConfirmed ? 'Done.' : 'Nothing is changed yet. To do it, repeat the command with --yes.';
  const { after, successor } = made;
  const data = {
    changed: isConfirmed,
    agent: { id: after.id, name: after.name, modelSlug: after.modelSlug, until: after.until },
    successor: successor && {
      id: successor.id,
      name: successor.name,
      modelSlug: successor.modelSlug,
      from: successor.from,
    },
  };
  return { data, text: [...sentences, end].join('\n') };
}

function describe({ before, after, successor }: RosterChange): string[] {
  const sentences: string[] = [];
  if (before.name !== after.name) sentences.push(`${before.modelSlug} plays as ${after.name}, not as ${before.name}.`);
  if (before.until !== after.until) {
    const open =
      before.reservedCents === 0 ? '' : ` What it has at stake (${formatCents(before.reservedCents)}) settles.`;
    sentences.push(
      `${before.name} (${before.modelSlug}) is asked for the last time on ${after.until} and keeps its record.${open}`,
    );
  }
  if (successor !== null) {
    sentences.push(
      `${successor.name} (${successor.modelSlug}) joins on ${successor.from} with ${formatCents(successor.startingBankrollCents)}, as a new agent of the family ${successor.family}.`,
      `If AGENT_MODELS is set, write ${successor.modelSlug}=${successor.name} into it.`,
    );
  }
  return sentences;
}
