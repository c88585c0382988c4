import type { IRegularForbiddenRuleType } from 'dependency-cruiser';
import { layers, ownedLibraries, pureRooms, testLayers, typeOnlyLayers } from './layers.ts';

const TEST_FILE = String.raw`(\.test\.tsx?$|/(testing|fixtures)/)`;
const ANY_ROOM = '^(apps|packages|e2e|tooling)/';

/** The layer map as rules of dependency-cruiser. */
export function layerRules(): IRegularForbiddenRuleType[] {
  return [...Object.keys(layers).flatMap(roomRules), ...pureRooms.map(pureRule), ...libraryRules(), ...everywhere];
}

function roomRules(room: string): IRegularForbiddenRuleType[] {
  const allowed = [room, ...(layers[room] ?? [])];
  const typeOnly = typeOnlyLayers[room] ?? [];
  const inTests = testLayers[room] ?? [];
  const rules = [
    forbid(`${room} imports its layers only`, {
      from: { path: inside([room]), pathNot: TEST_FILE },
      to: { path: ANY_ROOM, pathNot: inside([...allowed, ...typeOnly]) },
    }),
    forbid(`tests of ${room} import their layers and servers only`, {
      from: { path: `${inside([room])}.*${TEST_FILE}` },
      to: { path: ANY_ROOM, pathNot: inside([...allowed, ...typeOnly, ...inTests]) },
    }),
  ];
  if (typeOnly.length === 0) return rules;
  const asTypes = forbid(`${room} imports types only from ${typeOnly.join(', ')}`, {
    from: { path: inside([room]) },
    to: { path: inside(typeOnly), dependencyTypesNot: ['type-only'] },
  });
  return [...rules, asTypes];
}

function pureRule(room: string): IRegularForbiddenRuleType {
  return forbid(`${room} does no I/O`, {
    from: { path: inside([room]), pathNot: TEST_FILE },
    to: { dependencyTypes: ['core'] },
  });
}

function libraryRules(): IRegularForbiddenRuleType[] {
  return Object.entries(ownedLibraries).map(([library, owners]) =>
    forbid(`${library} stays behind ${owners.join(', ')}`, {
      from: { path: ANY_ROOM, pathNot: inside(owners) },
      to: { path: `node_modules/${library}/` },
    }),
  );
}

const everywhere: readonly IRegularForbiddenRuleType[] = [
  forbid('no circular imports', {
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  }),
  forbid('every import leads somewhere', { from: {}, to: { couldNotResolve: true } }),
  forbid('code never imports tests', { from: { pathNot: TEST_FILE }, to: { path: TEST_FILE } }),
];

function forbid(name: string, rule: Pick<IRegularForbiddenRuleType, 'from' | 'to'>): IRegularForbiddenRuleType {
  return { name, severity: 'error', ...rule };
}

function inside(rooms: readonly string[]): string {
  return `^(${rooms.join('|')})/`;
}
