import type { ReactElement, ReactNode } from 'react';
import { cn } from '#web/lib/cn.ts';

export type Fact = {
  readonly label: string;
  readonly value: ReactNode;
  readonly note: ReactNode;
  /** `market` is drawn in the line's colour, `first` on the gold plaque of rank 1. */
  readonly kind?: 'market' | 'first';
};

/** A strip of figures, each with its label and a note. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label} className={cn(fact.kind)}>
          <dt className="label">{fact.label}</dt>
          <dd>{fact.value}</dd>
          <dd>
            <small>{fact.note}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
