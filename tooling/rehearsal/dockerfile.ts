import { DockerfileParser, type Instruction as ParsedInstruction } from 'dockerfile-ast';
import { Cmd } from 'dockerfile-ast/lib/instructions/cmd.js';
import { Copy } from 'dockerfile-ast/lib/instructions/copy.js';
import { From } from 'dockerfile-ast/lib/instructions/from.js';
import { PropertyInstruction } from 'dockerfile-ast/lib/propertyInstruction.js';

type Values = Readonly<Record<string, string>>;

export type Instruction =
  | { readonly kind: 'run'; readonly command: string }
  | {
      readonly kind: 'copy';
      /** The stage the files come from; undefined: what is sent to the build. */
      readonly from: string | undefined;
      readonly sources: readonly string[];
      readonly target: string;
    }
  | { readonly kind: 'env' | 'arg' | 'label'; readonly values: Values }
  | { readonly kind: 'workdir'; readonly path: string }
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'cmd'; readonly args: readonly string[] }
  | { readonly kind: 'expose' };

export type Stage = {
  readonly name: string;
  /** An earlier stage, or an image. */
  readonly base: string;
  readonly instructions: readonly Instruction[];
};

/** Reads the stages of a Dockerfile in order. Throws an error at an instruction that the rehearsal cannot carry out. */
export function parseDockerfile(text: string): readonly Stage[] {
  const stages: { name: string; base: string; instructions: Instruction[] }[] = [];
  for (const parsed of DockerfileParser.parse(text).getInstructions()) {
    if (parsed instanceof From) {
      stages.push({ name: parsed.getBuildStage() ?? '', base: parsed.getImage() ?? '', instructions: [] });
    } else {
      const stage = stages.at(-1);
      if (stage === undefined) throw new Error(`${parsed.getKeyword()} before the first FROM cannot be rehearsed.`);
      stage.instructions.push(toInstruction(parsed));
    }
  }
  return stages;
}

function toInstruction(parsed: ParsedInstruction): Instruction {
  const content = parsed.getArgumentsContent() ?? '';
  switch (parsed.getKeyword()) {
    case 'RUN':
      return { kind: 'run', command: content };
    case 'COPY':
      return toCopy(parsed);
    case 'ENV':
      return { kind: 'env', values: readProperties(parsed) };
    case 'ARG':
      return { kind: 'arg', values: readProperties(parsed) };
    case 'LABEL':
      return { kind: 'label', values: readProperties(parsed) };
    case 'WORKDIR':
      return { kind: 'workdir', path: content };
    case 'USER':
      return { kind: 'user', user: content };
    case 'CMD':
      return { kind: 'cmd', args: readWords(parsed) };
    case 'EXPOSE':
      return { kind: 'expose' };
    default:
      throw new Error(
        `${parsed.getKeyword()} cannot be rehearsed: teach tooling/rehearsal/dockerfile.ts what it does.`,
      );
  }
}

function toCopy(parsed: ParsedInstruction): Instruction {
  if (!(parsed instanceof Copy)) throw new Error('COPY was not read as one.');
  const flags = parsed.getFlags();
  const unknown = flags.find((flag) => flag.getName() !== 'from');
  if (unknown !== undefined) throw new Error(`COPY --${unknown.getName()} cannot be rehearsed.`);
  const words = parsed.getArguments().map((argument) => argument.getValue());
  const from = flags[0]?.getValue() ?? undefined;
  return { kind: 'copy', from, sources: words.slice(0, -1), target: words.at(-1) ?? '' };
}

function readProperties(parsed: ParsedInstruction): Values {
  if (!(parsed instanceof PropertyInstruction)) throw new Error(`${parsed.getKeyword()} has no values.`);
  return Object.fromEntries(parsed.getProperties().map((each) => [each.getName(), each.getValue() ?? '']));
}

function readWords(parsed: ParsedInstruction): readonly string[] {
  const words = parsed instanceof Cmd ? parsed.getJSONStrings().map((each) => each.getJSONValue()) : [];
  if (words.length === 0) throw new Error('CMD has to be a list in brackets: a shell would not hand signals on.');
  return words;
}
