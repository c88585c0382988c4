import type { Alert, AlertKind } from '@coliseum/domain/alert';

/** An alert before it is raised. */
export type AlertDraft = Pick<Alert, 'cause' | 'kind' | 'title' | 'text'>;

type AlertDraftInput = {
  readonly kind: AlertKind;
  /** What it is about: a match day, an event. One alert is raised for each kind and subject, ever. */
  readonly subject: string;
  readonly title: string;
  readonly whatHappened: string;
  readonly impact: string;
  /** What to type or to do. */
  readonly action: string;
};

/** An alert in the one form all of them have. It ends with the name of its runbook, which is the kind's. */
export function draftAlert({ kind, subject, title, whatHappened, impact, action }: AlertDraftInput): AlertDraft {
  const runbook = `docs/runbooks/${kind.replaceAll('_', '-')}.md`;
  const text = [`Seen: ${whatHappened}`, `It means: ${impact}`, `Do: ${action}`, `Runbook: ${runbook}`].join('\n');
  return { cause: `${kind}/${subject}`, kind, title, text };
}
