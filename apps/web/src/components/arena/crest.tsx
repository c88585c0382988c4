import type { ReactElement } from 'react';
import { shirtOf } from '#web/lib/agent-shirt.ts';
import { cn } from '#web/lib/cn.ts';

type CrestProps = { readonly initials: string; readonly className?: string };

/** An agent's crest. Decoration: the name stands beside it, so it is hidden from screen readers. */
export function Crest({ initials, className }: CrestProps): ReactElement {
  const shirt = shirtOf(initials);
  return (
    <svg className={cn('crest', shirt.className, className)} viewBox="0 0 32 32" aria-hidden="true">
      <use href={`#${shirt.shape}`} />
      <text x="16" y={shirt.textY}>
        {initials}
      </text>
    </svg>
  );
}
