import type { IRegularForbiddenRuleType } from 'dependency-cruiser';
import { layers, ownedLibraries, pureModules, testLayers, typeOnlyLayers, workerRooms } from './layers.ts';

const TEST_FILE = String.raw`(\.test\.tsx?$|/(testing|fixtures)/)`;
const WORKER = 'apps/worker/src';
const ANY_MODULE = '^(apps|packages|stand-ins|e2e|tooling)/';

/** Translates the layer map into rules of dependency-cruiser. */
export function buildLayerRules(): IRegularForbiddenRuleType[] {
  return [
    ...Object.keys(layers).flatMap(buildModuleRules),
    ...Object.keys(workerRooms).map(buildWorkerRoomRule),
    ...pureModules.map(buildPureRule),
    ...buildLibraryRules(),
    ...everywhere,
  ];
}

function buildModuleRules(room: string): IRegularForbiddenRuleType[] {
  const allowed = [room, ...(layers[room] ?? [])];
  const typeOnly = typeOnlyLayers[room] ?? [];
  const inTests = testLayers[room] ?? [];
  const rules = [
    forbid(`${room} imports its layers only`, {
      from: { path: toPathPattern([room]), pathNot: TEST_FILE },
      to: { path: ANY_MODULE, pathNot: toPathPattern([...allowed, ...typeOnly]) },
    }),
    forbid(`tests of ${room} import their layers and servers only`, {
      from: { path: `${toPathPattern([room])}.*${TEST_FILE}` },
      to: { path: ANY_MODULE, pathNot: toPathPattern([...allowed, ...typeOnly, ...inTests]) },
    }),
  ];
  if (typeOnly.length === 0) return rules;
  const asTypes = forbid(`${room} imports types only from ${typeOnly.join(', ')}`, {
    from: { path: toPathPattern([room]) },
    to: { path: toPathPattern(typeOnly), dependencyTypesNot: ['type-only'] },
  });
  return [...rules, asTypes];
}

function buildWorkerRoomRule(room: string): IRegularForbiddenRuleType {
  const allowed = [room, ...(workerRooms[room] ?? [])].map((name) => `${WORKER}/${name}`);
  return forbid(`${WORKER}/${room} imports the rooms below it only`, {
    from: { path: toPathPattern([`${WORKER}/${room}`]), pathNot: TEST_FILE },
    to: { path: toPathPattern([WORKER]), pathNot: toPathPattern(allowed) },
  });
}

function buildPureRule(room: string): IRegularForbiddenRuleType {
  return forbid(`${room} does no I/O`, {
    from: { path: toPathPattern([room]), pathNot: TEST_FILE },
    to: { dependencyTypes: ['core'] },
  });
}

function buildLibraryRules(): IRegularForbiddenRuleType[] {
  return Object.entries(ownedLibraries).map(([library, owners]) =>
    forbid(`${library} stays behind ${owners.join(', ')}`, {
      from: { path: ANY_MODULE, pathNot: toPathPattern(owners) },
      to: { path: `node_modules/${library}/` },
    }),
  );
}

const everywhere: readonly IRegularForbiddenRuleType[] = [
  forbid('no circular imports', { from: {}, to: { circular: true } }),
  forbid('every import leads somewhere', { from: {}, to: { couldNotResolve: true } }),
  forbid('code never imports tests', { from: { pathNot: TEST_FILE }, to: { path: TEST_FILE } }),
];

function forbid(name: string, rule: Pick<IRegularForbiddenRuleType, 'from' | 'to'>): IRegularForbiddenRuleType {
  return { name, severity: 'error', ...rule };
}

function toPathPattern(rooms: readonly string[]): string {
  return `^(${rooms.join('|')})/`;
}
