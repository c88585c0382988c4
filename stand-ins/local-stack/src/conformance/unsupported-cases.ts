import type { Document } from 'mongodb';
import type { RefusalCase } from './refusal-cases.ts';

const command = (page: string): string => `reference/command/${page}`;
const BAD_VALUE = { code: 2, codeName: 'BadValue' };
const CANNOT_INDEX = { code: 67, codeName: 'CannotCreateIndex' };
const INDEX_OPTION = { code: 72, codeName: 'InvalidOptions' };
const NO_STAGE = { code: 40_324, codeName: 'Location40324' };
const NO_EXPRESSION = { code: 168, codeName: 'InvalidPipelineOperator' };
const NO_SCHEMA_KEYWORD = { code: 9, codeName: 'FailedToParse' };

function find(fields: Document): Document {
  return { find: 'c', ...fields };
}

function createIndex(index: Document): Document {
  return { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'x', ...index }] };
}

function update(u: Document, fields: Document = {}): Document {
  return { findAndModify: 'c', query: {}, update: u, ...fields };
}

function refuseEach(
  manual: (name: string) => string,
  names: readonly string[],
  toCommand: (name: string) => Document,
  refusal: { code: number; codeName: string },
): RefusalCase[] {
  return names.map((name) => ({ manual: manual(name), command: toCommand(name), ...refusal }));
}

/** What a server can do and the local stack cannot: refused, never answered in another way. */
export const unsupportedCases: readonly RefusalCase[] = [
  ...refuseEach(
    () => 'reference/command',
    [
      'explain',
      'bulkWrite',
      'mapReduce',
      'collStats',
      'dbStats',
      'serverStatus',
      'renameCollection',
      'currentOp',
      'validate',
    ],
    (name) => ({ [name]: 'c' }),
    { code: 59, codeName: 'CommandNotFound' },
  ),
  ...refuseEach(
    () => command('find'),
    ['returnKey', 'showRecordId', 'tailable', 'awaitData', 'noCursorTimeout'],
    (name) => find({ [name]: true }),
    BAD_VALUE,
  ),
  ...refuseEach(
    () => command('find'),
    ['min', 'max'],
    (name) => find({ [name]: { a: 1 }, hint: { _id: 1 } }),
    BAD_VALUE,
  ),
  { manual: 'reference/collation', command: find({ collation: { locale: 'de' } }), ...BAD_VALUE },
  { manual: command('find'), command: find({ hint: { $natural: -1 } }), ...BAD_VALUE },
  { manual: 'reference/operator/query/natural', command: find({ sort: { $natural: 1 } }), ...BAD_VALUE },
  { manual: 'reference/read-concern-snapshot', command: find({ readConcern: { level: 'snapshot' } }), ...BAD_VALUE },
  { manual: 'reference/operator/query/where', command: find({ filter: { $where: 'true' } }), ...BAD_VALUE },
  { manual: 'reference/operator/query/text', command: find({ filter: { $text: { $search: 'x' } } }), ...BAD_VALUE },
  ...refuseEach(
    (name) => `reference/operator/query/${name.slice(1)}`,
    [
      '$near',
      '$nearSphere',
      '$geoWithin',
      '$geoIntersects',
      '$bitsAllSet',
      '$bitsAnySet',
      '$bitsAllClear',
      '$bitsAnyClear',
    ],
    (name) => find({ filter: { a: { [name]: 1 } } }),
    BAD_VALUE,
  ),
  {
    manual: 'reference/operator/query/regex',
    command: find({ filter: { a: { $regex: 'a b', $options: 'x' } } }),
    ...BAD_VALUE,
  },
  {
    manual: 'reference/operator/projection/slice',
    command: find({ projection: { list: { $slice: 1 } } }),
    ...NO_EXPRESSION,
  },
  {
    manual: 'reference/operator/projection/elemMatch',
    command: find({ projection: { list: { $elemMatch: { a: 1 } } } }),
    ...NO_EXPRESSION,
  },
  {
    manual: 'reference/operator/projection/positional',
    command: find({ filter: { list: 1 }, projection: { 'list.$': 1 } }),
    code: 31_324,
    codeName: 'Location31324',
  },
  ...refuseEach(
    (name) => `reference/operator/aggregation/${name.slice(1)}`,
    [
      '$out',
      '$merge',
      '$facet',
      '$bucket',
      '$bucketAuto',
      '$graphLookup',
      '$unionWith',
      '$sample',
      '$setWindowFields',
      '$densify',
      '$fill',
      '$redact',
      '$geoNear',
      '$changeStream',
      '$collStats',
      '$indexStats',
    ],
    (name) => ({ aggregate: 'c', pipeline: [{ [name]: {} }], cursor: {} }),
    NO_STAGE,
  ),
  ...refuseEach(
    (name) => `reference/operator/aggregation/${name.slice(1)}`,
    [
      '$dateToString',
      '$dateTrunc',
      '$toString',
      '$convert',
      '$round',
      '$floor',
      '$range',
      '$zip',
      '$slice',
      '$objectToArray',
      '$regexMatch',
      '$rand',
      '$function',
    ],
    (name) => ({ aggregate: 'c', pipeline: [{ $project: { x: { [name]: '$a' } } }], cursor: {} }),
    NO_EXPRESSION,
  ),
  { manual: command('aggregate'), command: { aggregate: 'c', pipeline: [], explain: true }, ...BAD_VALUE },
  { manual: command('aggregate'), command: { aggregate: 1, pipeline: [], cursor: {} }, ...BAD_VALUE },
  { manual: 'reference/operator/update/positional', command: update({ $set: { 'list.$': 2 } }), ...BAD_VALUE },
  { manual: 'reference/operator/update/positional-all', command: update({ $set: { 'list.$[]': 2 } }), ...BAD_VALUE },
  {
    manual: 'reference/operator/update/positional-filtered',
    command: update({ $set: { 'list.$[x]': 2 } }, { arrayFilters: [{ x: 1 }] }),
    ...BAD_VALUE,
  },
  {
    manual: 'reference/operator/update/bit',
    command: update({ $bit: { a: { and: 1 } } }),
    code: 9,
    codeName: 'FailedToParse',
  },
  { manual: command('create'), command: { create: 'new', capped: true, size: 1000 }, ...BAD_VALUE },
  { manual: command('create'), command: { create: 'new', viewOn: 'c', pipeline: [] }, ...BAD_VALUE },
  { manual: command('create'), command: { create: 'new', timeseries: { timeField: 't' } }, ...BAD_VALUE },
  {
    manual: command('create'),
    command: { create: 'new', clusteredIndex: { key: { _id: 1 }, unique: true } },
    ...BAD_VALUE,
  },
  { manual: command('create'), command: { create: 'new', collation: { locale: 'de' } }, ...BAD_VALUE },
  {
    manual: 'core/schema-validation/handle-invalid-documents',
    command: { create: 'new', validator: {}, validationAction: 'warn' },
    ...BAD_VALUE,
  },
  { manual: command('collMod'), command: { collMod: 'c', index: { name: '_id_', hidden: true } }, ...BAD_VALUE },
  {
    manual: command('createIndexes'),
    command: { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'x' }], commitQuorum: 3 },
    ...BAD_VALUE,
  },
  ...refuseEach(
    () => command('createIndexes'),
    [
      'expireAfterSeconds',
      'hidden',
      'collation',
      'weights',
      'default_language',
      'storageEngine',
      'wildcardProjection',
      'prepareUnique',
    ],
    (name) => createIndex({ [name]: 1 }),
    INDEX_OPTION,
  ),
  ...refuseEach(
    () => command('createIndexes'),
    ['text', 'hashed', '2d', '2dsphere'],
    (kind) => createIndex({ key: { a: kind } }),
    CANNOT_INDEX,
  ),
  { manual: 'core/indexes/index-types/index-wildcard', command: createIndex({ key: { '$**': 1 } }), ...CANNOT_INDEX },
  ...refuseEach(
    () => 'reference/operator/query/jsonSchema',
    ['multipleOf', 'dependencies', 'patternProperties', 'additionalItems', 'encrypt'],
    (name) => ({ create: 'new', validator: { $jsonSchema: { [name]: {} } } }),
    NO_SCHEMA_KEYWORD,
  ),
  { manual: command('hello'), command: { hello: 1, loadBalanced: true }, ...BAD_VALUE },
  { manual: 'reference/stable-api', command: { ping: 1, apiVersion: '1', apiStrict: true }, ...BAD_VALUE },
];
