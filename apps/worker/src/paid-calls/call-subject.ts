import type { Id } from '@coliseum/domain/id';
import type { CallPurpose } from '@coliseum/domain/paid-call';

/** The purpose of a paid call, with the event and the agent it is for. */
export type CallSubject = {
  readonly purpose: CallPurpose;
  readonly eventId: Id | null;
  readonly agentId: Id | null;
};
