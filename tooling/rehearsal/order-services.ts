import type { Compose } from '../compose/compose-file.ts';

/** These services in an order in which each comes after all that it waits for. Throws an error at a circle. */
export function orderServices({ services }: Compose, names: readonly string[]): readonly string[] {
  const ordered: string[] = [];
  while (ordered.length < names.length) {
    const next = names.find((name) => {
      const needs = Object.keys(services[name]?.depends_on ?? {}).filter((needed) => names.includes(needed));
      return !ordered.includes(name) && needs.every((needed) => ordered.includes(needed));
    });
    if (next === undefined) throw new Error('Services wait for each other in a circle.');
    ordered.push(next);
  }
  return ordered;
}
