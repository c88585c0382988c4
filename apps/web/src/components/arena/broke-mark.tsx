import { BROKE_BELOW_CENTS } from '@coliseum/domain/arena-rules';
import type { ReactElement } from 'react';
import { Tag } from '#web/components/ui/tag.tsx';
import { formatDollars } from '#web/lib/format/money.ts';

/** Marks an agent that cannot afford the smallest stake any more; it stays in the table. */
export function BrokeMark({ broke }: { readonly broke: boolean }): ReactElement | null {
  if (!broke) return null;
  return (
    <Tag kind="void">
      Broke<span className="sr">: less than the smallest stake of {formatDollars(BROKE_BELOW_CENTS)} is left</span>
    </Tag>
  );
}
