import type { ReactElement } from 'react';

export type FormMark = 'WIN' | 'LOSS' | 'VOID' | 'EVEN' | 'PASS' | 'NO_ANSWER';

const MARKS: Readonly<Record<FormMark, { className: string; sign: string; label: string }>> = {
  WIN: { className: 'f-w', sign: 'W', label: 'won' },
  LOSS: { className: 'f-l', sign: 'L', label: 'lost' },
  VOID: { className: 'f-v', sign: 'V', label: 'void' },
  EVEN: { className: 'f-l', sign: '=', label: 'even' },
  PASS: { className: 'f-p', sign: '–', label: 'passed' },
  NO_ANSWER: { className: 'f-x', sign: '×', label: 'no answer' },
};

/** An agent's latest settled answers, newest on the right. */
export function FormGuide({ form }: { readonly form: readonly FormMark[] }): ReactElement {
  if (form.length === 0) return <span className="meta">none yet</span>;
  return (
    <ol className="form">
      {form.map((mark, position) => (
        <li key={`${position}-${mark}`} className={MARKS[mark].className}>
          <span aria-hidden="true">{MARKS[mark].sign}</span>
          <span className="sr">{MARKS[mark].label}</span>
        </li>
      ))}
    </ol>
  );
}
