import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { metricCatalogue } from './metric-catalogue.ts';

const DOCUMENT = new URL('../../../docs/observability.md', import.meta.url);

/** Name, unit and attributes of every metric in the table of docs/observability.md. */
function readDocumentedMetrics(): readonly (readonly [string, string, string])[] {
  const rows = readFileSync(DOCUMENT, 'utf8').matchAll(
    /^\| `(coliseum\.[\w.]+)`\s+\| (\S+)\s+\| [^|]+\| ([^|]+?)\s*\|$/gm,
  );
  return [...rows].map(([, name = '', unit = '', attributes = '']) => [name, unit.replaceAll('`', ''), attributes]);
}

test('docs/observability.md lists exactly the metrics of the catalogue, with their units and attributes', () => {
  const catalogue = Object.entries(metricCatalogue).map(([name, { unit, attributes }]) => [
    name,
    unit,
    attributes.join(', '),
  ]);
  expect(readDocumentedMetrics()).toEqual(catalogue);
});
