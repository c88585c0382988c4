import type { ReactElement } from 'react';
import { toAgentStyle } from '#web/lib/agent-style.ts';
import { cn } from '#web/lib/cn.ts';

type CrestProps = { readonly initials: string; readonly className?: string };

/** An agent's crest. Decoration, hidden from screen readers: the name is always beside it. */
export function Crest({ initials, className }: CrestProps): ReactElement {
  const agentStyle = toAgentStyle(initials);
  return (
    <svg className={cn('crest', agentStyle.className, className)} viewBox="0 0 32 32" aria-hidden="true">
      <use href={`#${agentStyle.shape}`} />
      <text x="16" y={agentStyle.textY}>
        {initials}
      </text>
    </svg>
  );
}
