const shapes: readonly (readonly [string, RegExp])[] = [
  ['time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/],
  ['dollars', /^\d+\.\d{4}(?:\d\d)?$/],
  ['count', /^\d+\.\d\d$/],
];

/** What a value of JSON looks like: its type, for numbers in strings and times their format, for lists their members'. */
function describeShape(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'list' : `list of ${describeShape(value[0])}`;
  if (typeof value === 'object') return 'object';
  if (typeof value !== 'string') return typeof value;
  return shapes.find(([, pattern]) => pattern.test(value))?.[0] ?? 'text';
}

/** The shapes that each field of some objects has. */
export function collectFieldShapes(bodies: readonly Readonly<Record<string, unknown>>[]): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const [name, value] of bodies.flatMap((body) => Object.entries(body))) {
    known.set(name, (known.get(name) ?? new Set()).add(describeShape(value)));
  }
  return known;
}
