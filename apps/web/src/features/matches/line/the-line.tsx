import type { EventRowView } from '@coliseum/api/views/event-row-view';
import type { ReactElement } from 'react';
import { AgentPick } from '#web/features/matches/line/agent-pick.tsx';
import { Leaders } from '#web/features/matches/line/leaders.tsx';
import { FULL_BAR_CENTS, prepareLine, type LineDrawing } from '#web/features/matches/line/prepare-line.ts';
import { describeTally } from '#web/features/matches/tally.ts';
import { cn } from '#web/lib/cn.ts';
import { formatDollars } from '#web/lib/format/money.ts';
import { formatPrice, spellPrice } from '#web/lib/format/price.ts';

type TheLineProps = { readonly event: EventRowView; readonly isLarge?: boolean };

const TICKS = [0, 25, 50, 75, 100] as const;

/** The line: a post at the locked price and every crest at its own probability. One list, laid out three ways by width. */
export function TheLine({ event, isLarge = false }: TheLineProps): ReactElement {
  const drawing = prepareLine(event);
  const price = formatPrice(event.locked_price_exact);
  const outcome = event.outcome ? ` Outcome: ${event.outcome}.` : '';
  const label = `The line: ${spellPrice(event.locked_price_exact)}. ${describeTally(event.forecasts)}.${outcome}`;
  return (
    <div className={cn('line', isLarge && 'line-lg')} role="group" aria-label={label}>
      <div className={buildAxisClass(event, drawing)}>
        <div className="lit" />
        <div className="axis-grid" aria-hidden="true">
          {TICKS.map((tick) => (
            <Tick key={tick} tick={tick} />
          ))}
        </div>
        <div className="post" aria-hidden="true">
          <Flag price={price} />
        </div>
        <div className="axis-rail" />
        {isLarge ? (
          <span className="cap" aria-hidden="true">
            {formatDollars(FULL_BAR_CENTS)} stake
          </span>
        ) : null}
        <End side="NO" outcome={event.outcome} />
        <End side="YES" outcome={event.outcome} />
        <Leaders picks={drawing.picks} />
        <div className="list-head" aria-hidden="true">
          <span />
          <span className="track-head">
            <Flag price={price} />
          </span>
          <span>prob.</span>
          <span>stake</span>
        </div>
        <ol className="picks">
          {drawing.picks.map((pick) => (
            <AgentPick key={pick.forecast.agent_id} pick={pick} />
          ))}
        </ol>
        <p className="ends-list" aria-hidden="true">
          <span>0%</span>
          <span>50</span>
          <span>100%</span>
        </p>
      </div>
    </div>
  );
}

function buildAxisClass(event: EventRowView, drawing: LineDrawing): string {
  const { outcome } = event;
  return cn(
    'axis',
    `line-at-${drawing.linePercent} above-${drawing.barAbove} below-${drawing.barBelow}`,
    drawing.isFlagRight && 'flag-r',
    drawing.picks.some((pick) => pick.side === 'yes') && 'has-yes',
    drawing.picks.some((pick) => pick.side === 'no') && 'has-no',
    outcome !== null && 'settled',
    outcome === 'YES' && 'o-yes',
    outcome === 'NO' && 'o-no',
    outcome === 'VOID' && 'o-void',
  );
}

function Flag({ price }: { readonly price: string }): ReactElement {
  return (
    <span className="flag">
      the line <b>{price}</b>
    </span>
  );
}

function Tick({ tick }: { readonly tick: number }): ReactElement {
  const isEnd = tick === 0 || tick === 100;
  return (
    <>
      <i className={`at-${tick}`} />
      <b className={`at-${tick}`}>
        {tick}
        {isEnd ? '%' : ''}
      </b>
    </>
  );
}

function End({
  side,
  outcome,
}: {
  readonly side: 'YES' | 'NO';
  readonly outcome: EventRowView['outcome'];
}): ReactElement {
  const isDecided = outcome === 'YES' || outcome === 'NO';
  const state = isDecided ? (outcome === side ? 'won' : 'lost') : outcome === 'VOID' && 'lost';
  return (
    <span className={cn('end', side === 'YES' ? 'end-yes' : 'end-no', state)} aria-hidden="true">
      {side}
    </span>
  );
}
