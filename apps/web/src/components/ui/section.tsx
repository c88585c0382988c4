import type { ReactElement, ReactNode } from 'react';
import { cn } from '#web/lib/cn.ts';

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly note?: ReactNode;
  readonly aside?: ReactNode;
  /** A section inside a column has no page gutter of its own. */
  readonly isColumn?: boolean;
  readonly children: ReactNode;
};

/** A part of a page, opened by a double rule with the heading below it. */
export function Section({ id, title, note, aside, isColumn = false, children }: SectionProps): ReactElement {
  return (
    <section className={cn(!isColumn && 'wrap sect')} id={id} aria-labelledby={`${id}-heading`}>
      <div className="sect-head">
        <h2 id={`${id}-heading`}>{title}</h2>
        {note ? <p className="meta">{note}</p> : null}
        {aside}
      </div>
      {children}
    </section>
  );
}
