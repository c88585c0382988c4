import type { Clock } from '@coliseum/domain/clock';
import type { Telemetry } from '@coliseum/observability/telemetry';

/** What a traced piece of work is measured with. */
export type Tracing = { readonly processClock: Clock; readonly telemetry: Pick<Telemetry, 'span' | 'record'> };
