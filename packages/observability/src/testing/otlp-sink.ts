import protobuf from 'protobufjs';
import { startHttpSink, type HttpSink, type SinkAnswer } from './http-sink.ts';
import { OTLP_PROTO } from './otlp-proto.ts';

export type ReceivedSpan = {
  readonly name: string;
  readonly id: string;
  /** Empty for a span without a parent. */
  readonly parentId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The error message of a failed span, otherwise null. */
  readonly failure: string | null;
};

export type ReceivedPoint = {
  readonly metric: string;
  readonly unit: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The value of a counter, or the sum of a distribution. */
  readonly value: number;
  /** Number of values in a distribution; null for a counter. */
  readonly count: number | null;
};

export type OtlpSink = AsyncDisposable & {
  readonly url: string;
  readonly seen: HttpSink['seen'];
  readonly spans: () => readonly ReceivedSpan[];
  readonly points: () => readonly ReceivedPoint[];
  /** The sender's resource attributes, from the last request. */
  readonly resource: () => Readonly<Record<string, unknown>>;
};

type Message = Readonly<Record<string, unknown>>;

const { root } = protobuf.parse(OTLP_PROTO, { keepCase: true });

/** Starts a test server that receives OTLP (protobuf over HTTP) and decodes it. */
export async function startOtlpSink(answer?: (index: number) => SinkAnswer): Promise<OtlpSink> {
  const sink = await startHttpSink(answer);
  const decodeRequest = (path: string, type: string): Message[] =>
    sink.seen.filter((request) => request.path === path).map(({ body }) => decode(type, body));
  const traces = (): Message[] => decodeRequest('/v1/traces', 'TraceRequest').flatMap(readList('resource_spans'));
  const metrics = (): Message[] => decodeRequest('/v1/metrics', 'MetricsRequest').flatMap(readList('resource_metrics'));
  return {
    url: sink.url,
    seen: sink.seen,
    spans: () => traces().flatMap(readList('scope_spans')).flatMap(readList('spans')).map(toSpan),
    points: () => metrics().flatMap(readList('scope_metrics')).flatMap(readList('metrics')).flatMap(toPoints),
    resource: () => readAttributes(asMessage([...traces(), ...metrics()].at(-1)?.['resource'])),
    [Symbol.asyncDispose]: async () => await sink[Symbol.asyncDispose](),
  };
}

function decode(type: string, body: Buffer): Message {
  const messageType = root.lookupType(type);
  return messageType.toObject(messageType.decode(body), { longs: Number, bytes: String, defaults: false });
}

function toSpan(span: Message): ReceivedSpan {
  const status = asMessage(span['status']);
  return {
    name: String(span['name']),
    id: String(span['span_id']),
    parentId: readText(span['parent_span_id']),
    attributes: readAttributes(span),
    failure: status['code'] === 2 ? readText(status['message']) : null,
  };
}

function toPoints(metric: Message): ReceivedPoint[] {
  const head = { metric: String(metric['name']), unit: String(metric['unit']) };
  const sums = readList('data_points')(asMessage(metric['sum'])).map((point) => ({
    ...head,
    attributes: readAttributes(point),
    value: Number(point['as_int'] ?? point['as_double'] ?? 0),
    count: null,
  }));
  const distributions = readList('data_points')(asMessage(metric['exponential_histogram'])).map((point) => ({
    ...head,
    attributes: readAttributes(point),
    value: Number(point['sum'] ?? 0),
    count: Number(point['count'] ?? 0),
  }));
  return [...sums, ...distributions];
}

function readAttributes(message: Message): Record<string, unknown> {
  return Object.fromEntries(
    readList('attributes')(message).map(({ key, value }) => [String(key), Object.values(asMessage(value))[0]]),
  );
}

function readList(field: string): (message: Message) => Message[] {
  return (message) => {
    const value = message[field];
    return Array.isArray(value) ? value.map(asMessage) : [];
  };
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function asMessage(value: unknown): Message {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
