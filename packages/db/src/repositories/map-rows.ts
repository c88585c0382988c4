/** Reads the rows of a query as domain models, all at once. */
export async function collectRows<Row, Model>(rows: PromiseLike<Row[]>, map: (row: Row) => Model): Promise<Model[]> {
  return (await rows).map(map);
}

/** Reads the rows of a query as domain models, one by one, so that a collection need not fit into memory. */
export async function* streamRows<Row, Model>(
  rows: AsyncIterable<Row>,
  map: (row: Row) => Model,
): AsyncGenerator<Model, void, undefined> {
  for await (const row of rows) yield map(row);
}
