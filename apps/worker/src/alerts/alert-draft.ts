import type { Alert, AlertKind } from '@coliseum/domain/alert';

/** An alert before it is raised. */
export type AlertDraft = Pick<Alert, 'cause' | 'kind' | 'title' | 'text'>;

type AlertDraftInput = {
  readonly kind: AlertKind;
  /** What it is about, such as a match day or an event. Only one alert is ever raised for a kind and a subject. */
  readonly subject: string;
  readonly title: string;
  readonly whatHappened: string;
  /** What it means for the arena and its books. */
  readonly impact: string;
  /** What the operator should do, commands included. */
  readonly action: string;
};

/** Builds an alert in the form all alerts share. It ends with its runbook, which is named after the kind. */
export function draftAlert({ kind, subject, title, whatHappened, impact, action }: AlertDraftInput): AlertDraft {
  const runbook = `docs/runbooks/${kind.replaceAll('_', '-')}.md`;
  const text = [`What happened: ${whatHappened}`, `Impact: ${impact}`, `Action: ${action}`, `Runbook: ${runbook}`].join(
    '\n',
  );
  return { cause: `${kind}/${subject}`, kind, title, text };
}
