import type { ReactElement } from 'react';
import { Crest } from '#web/components/arena/crest.tsx';
import type { LinePick } from '#web/features/matches/line/prepare-line.ts';
import { toAgentStyle } from '#web/lib/agent-style.ts';
import { cn } from '#web/lib/cn.ts';
import { formatDollars } from '#web/lib/format/money.ts';
import { formatProbability } from '#web/lib/format/price.ts';

/** One agent on the line, readable as a sentence: name, probability, side and stake. */
export function AgentPick({ pick }: { readonly pick: LinePick }): ReactElement {
  const { forecast, place } = pick;
  return (
    <li
      className={cn(
        'pick',
        toAgentStyle(forecast.avatar_initials).className,
        toSideClass(pick),
        pick.result,
        place && `spread-${place.spread} dense-${place.dense}`,
        pick.side !== 'gone' && `at-${pick.percent} stake-${pick.bar}`,
      )}
    >
      <Crest initials={forecast.avatar_initials} />
      <span className="bar" aria-hidden="true" />
      <span className="pick-name">{forecast.agent_name}: </span>
      <span className="pick-p">{forecast.probability ? formatProbability(forecast.probability) : 'no answer'}</span>
      <span className="pick-stake">
        <b>{pick.side === 'pass' ? 'pass' : pick.side === 'gone' ? '' : forecast.decision}</b>{' '}
        {forecast.stake_cents > 0 ? formatDollars(forecast.stake_cents) : ''}
      </span>
    </li>
  );
}

function toSideClass(pick: LinePick): string {
  switch (pick.side) {
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
