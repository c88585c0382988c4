import { globSync } from 'node:fs';
import { cruise, type IReporterOutput } from 'dependency-cruiser';
import { buildLayerRules } from './layer-rules.ts';

const SOURCE_GLOB = '{apps,packages,stand-ins}/*/src/**/*.{ts,tsx}';

export type LayerReport = {
  /** Number of files read. */
  readonly modules: number;
  /** One line `from → to: rule` for each import that violates the layer map. */
  readonly forbidden: readonly string[];
  /** Source files that were not checked. The check must not pass because it read nothing. */
  readonly unseen: readonly string[];
};

/** Checks every import under `root` against the layer map. */
export async function findForbiddenImports(root: string): Promise<LayerReport> {
  const { output } = await cruise(
    ['apps', 'packages', 'stand-ins'],
    {
      baseDir: root,
      ruleSet: { forbidden: buildLayerRules() },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: String.raw`(^|/)(\.next|dist)/|next-env\.d\.ts$` },
    },
    {
      conditionNames: ['import', 'types', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.css', '.json'],
    },
  );
  const { modules, summary } = parseResult(output);
  const seen = new Set(modules.map(({ source }) => source).filter((source) => !source.includes('node_modules')));
  return {
    modules: seen.size,
    forbidden: summary.violations.map(
      ({ rule, from, to, unresolvedTo, cycle }) =>
        `${from} → ${cycle?.map(({ name }) => name).join(' → ') ?? unresolvedTo ?? to}: ${rule.name}`,
    ),
    unseen: globSync(SOURCE_GLOB, { cwd: root }).filter((path) => !path.endsWith('.d.ts') && !seen.has(path)),
  };
}

function parseResult(output: IReporterOutput['output']): Exclude<IReporterOutput['output'], string> {
  if (typeof output === 'string') throw new TypeError('dependency-cruiser returned text instead of a result');
  return output;
}
