import type { ServiceName } from './endpoints.ts';

/** What rules can tell calls apart by. */
export type CallFacts = {
  readonly service: ServiceName;
  /** The route below the service's base path, as `/markets/:ticker`. */
  readonly endpoint: string;
  readonly model: string | null;
  readonly schema: string | null;
  /** Whether the call names the market. Looked for only where a rule asks. */
  readonly concerns: (ticker: string) => boolean;
  /** Everything that was sent except the headers, and on a stopped clock the time: calls with the same text differ only in their number. */
  readonly text: () => string;
};

type CallFilter = {
  readonly service: ServiceName;
  readonly endpoint?: string | undefined;
  readonly model?: string | undefined;
  readonly schema?: string | undefined;
  readonly market?: string | undefined;
};

/** Whether a rule applies to the call. What a rule leaves out matches every call. */
export function matchesCall(filter: CallFilter, call: CallFacts): boolean {
  return (
    filter.service === call.service &&
    (filter.endpoint === undefined || filter.endpoint === call.endpoint) &&
    (filter.model === undefined || filter.model === call.model) &&
    (filter.schema === undefined || filter.schema === call.schema) &&
    (filter.market === undefined || call.concerns(filter.market))
  );
}
