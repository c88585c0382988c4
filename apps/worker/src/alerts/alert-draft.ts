import type { Alert, AlertKind } from '@coliseum/domain/alert';
import { toOutsideLine } from '@coliseum/domain/outside-text';

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

/** In characters. Longer than any title or sentence of ours; what is cut is text from outside. */
const LONGEST_TITLE = 200;
const LONGEST_LINE = 600;

/**
 * Builds an alert in the form all alerts share. It ends with its runbook, which is named after the kind. Market titles
 * and messages of models and services may be part of each line: none of them can begin a line of its own, which would
 * read like an action that this arena asks for.
 */
export function draftAlert({ kind, subject, title, whatHappened, impact, action }: AlertDraftInput): AlertDraft {
  const runbook = `docs/runbooks/${kind.replaceAll('_', '-')}.md`;
  const lines = [`What happened: ${whatHappened}`, `Impact: ${impact}`, `Action: ${action}`, `Runbook: ${runbook}`];
  const text = lines.map((line) => toLine(line, LONGEST_LINE)).join('\n');
  return { cause: `${kind}/${subject}`, kind, title: toLine(title, LONGEST_TITLE), text };
}

/** One line of at most so many characters. Counted in code points, so that none is cut in half. */
function toLine(text: string, longest: number): string {
  const characters = Array.from(toOutsideLine(text));
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 2).join('')} …`;
}
