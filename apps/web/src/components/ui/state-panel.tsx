import type { ReactElement, ReactNode } from 'react';
import { cn } from '#web/lib/cn.ts';

type StatePanelProps = {
  readonly kind: 'empty' | 'error';
  readonly label: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** The panel's heading is the page's `h1`. */
  readonly isPage?: boolean;
};

/** Stands in for content that is missing, and says why and what comes next. */
export function StatePanel({ kind, label, title, children, action, isPage = false }: StatePanelProps): ReactElement {
  const Heading = isPage ? 'h1' : 'h3';
  return (
    <div className={cn('state', kind === 'error' && 'state-error')} role={kind === 'error' ? 'alert' : undefined}>
      <p className="label">{label}</p>
      <Heading>{title}</Heading>
      <div className="prose">{children}</div>
      {action}
    </div>
  );
}
