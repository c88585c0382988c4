import type { DatasetVersion } from '../dataset-version.ts';

/** The citation of a version, in the Citation File Format 1.2.0. */
export function buildCitation({ version, createdAt }: DatasetVersion): string {
  return `cff-version: 1.2.0
message: If you use this dataset, please cite it as below.
type: dataset
title: "Coliseum: language models bet paper money on prediction markets"
authors:
  - name: Coliseum
version: "${version}"
date-released: "${createdAt.toISOString().slice(0, 10)}"
license: CC-BY-4.0
`;
}
