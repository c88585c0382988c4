import { BROKE_BELOW_CENTS } from '@coliseum/domain/arena-rules';
import type { ReactElement } from 'react';
import { Tag } from '#web/components/ui/tag.tsx';
import { formatDollars } from '#web/lib/format/money.ts';

/** Marks a broke agent: it stays in the table but is not asked. */
export function BrokeMark({ broke }: { readonly broke: boolean }): ReactElement | null {
  if (!broke) return null;
  return (
    <Tag kind="void">
      Broke
      <span className="sr">
        : the bankroll is below {formatDollars(BROKE_BELOW_CENTS)}, too small for the minimum stake
      </span>
    </Tag>
  );
}
