import type { ReactElement } from 'react';
import { Tag } from '#web/components/ui/tag.tsx';
import { formatDay } from '#web/lib/format/time.ts';

type DepartedMarkProps = { readonly agent: { readonly departed: boolean; readonly until: string | null } };

/** Marks an agent that has departed: it keeps its record and is not asked any more. */
export function DepartedMark({ agent: { departed, until } }: DepartedMarkProps): ReactElement | null {
  if (!departed || until === null) return null;
  return (
    <Tag kind="void">
      Departed<span className="sr">: its last match day was {formatDay(until)}</span>
    </Tag>
  );
}
