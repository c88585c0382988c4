import type { Alert, AlertKind } from '@coliseum/domain/alert';

/** An alert before it is raised. */
export type AlertDraft = Pick<Alert, 'cause' | 'kind' | 'title' | 'text'>;

type Parts = {
  readonly kind: AlertKind;
  /** What it is about: a match day, an event. One alert is raised for each kind and subject, ever. */
  readonly subject: string;
  readonly title: string;
  readonly seen: string;
  readonly means: string;
  /** What to type or to do. */
  readonly todo: string;
};

/** An alert in the one form all of them have. It ends with the name of its runbook, which is the kind's. */
export function draftAlert({ kind, subject, title, seen, means, todo }: Parts): AlertDraft {
  const runbook = `docs/runbooks/${kind.replaceAll('_', '-')}.md`;
  const text = [`Seen: ${seen}`, `It means: ${means}`, `Do: ${todo}`, `Runbook: ${runbook}`].join('\n');
  return { cause: `${kind}/${subject}`, kind, title, text };
}
