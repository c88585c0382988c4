import type { ReactElement } from 'react';
import { Crest } from '#web/components/arena/crest.tsx';
import type { LinePick } from '#web/features/matches/line/prepare-line.ts';
import { shirtOf } from '#web/lib/agent-shirt.ts';
import { cn } from '#web/lib/cn.ts';
import { formatDollars } from '#web/lib/format/money.ts';
import { formatProbability } from '#web/lib/format/price.ts';

/** One agent on the line, readable as a sentence: name, probability, side and stake. */
export function Pick({ pick }: { readonly pick: LinePick }): ReactElement {
  const { forecast, place } = pick;
  return (
    <li
      className={cn(
        'pick',
        shirtOf(forecast.avatar_initials).className,
        standClass(pick),
        pick.result,
        place && `spread-${place.spread} dense-${place.dense}`,
        pick.stand !== 'gone' && `at-${pick.percent} stake-${pick.bar}`,
      )}
    >
      <Crest initials={forecast.avatar_initials} />
      <span className="bar" aria-hidden="true" />
      <span className="pick-name">{forecast.agent_name}: </span>
      <span className="pick-p">{forecast.probability ? formatProbability(forecast.probability) : 'no answer'}</span>
      <span className="pick-stake">
        <b>{pick.stand === 'pass' ? 'pass' : pick.stand === 'gone' ? '' : forecast.decision}</b>{' '}
        {forecast.stake_cents > 0 ? formatDollars(forecast.stake_cents) : ''}
      </span>
    </li>
  );
}

function standClass(pick: LinePick): string {
  switch (pick.stand) {
    case 'yes':
      return 'yes';
    case 'no':
      return 'no';
    case 'pass':
      return pick.isLeft ? 'hollow left' : 'hollow';
    case 'gone':
      return 'gone missing';
  }
}
