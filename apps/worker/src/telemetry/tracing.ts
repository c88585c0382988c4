import type { Clock } from '@coliseum/domain/clock';
import type { Telemetry } from '@coliseum/observability/telemetry';

/** What tracing needs. */
export type Tracing = { readonly processClock: Clock; readonly telemetry: Pick<Telemetry, 'span' | 'record'> };
