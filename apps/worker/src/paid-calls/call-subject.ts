import type { Id } from '@coliseum/domain/id';
import type { CallPurpose } from '@coliseum/domain/paid-call';

/** What a paid call is for. */
export type CallSubject = {
  readonly purpose: CallPurpose;
  readonly eventId: Id | null;
  readonly agentId: Id | null;
};
