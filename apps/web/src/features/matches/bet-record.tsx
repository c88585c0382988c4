import type { EventBetView } from '@coliseum/api/views/event-bet-view';
import type { EventView } from '@coliseum/api/views/event-view';
import type { ReactElement } from 'react';
import { Tag } from '#web/components/ui/tag.tsx';
import { explainAbstention } from '#web/features/matches/explain-abstention.ts';
import { extractFirstSentence } from '#web/features/matches/first-sentence.ts';
import { nameCap } from '#web/features/matches/name-cap.ts';
import { formatMicroDollars, formatSignedCents } from '#web/lib/format/money.ts';
import { formatDuration } from '#web/lib/format/time.ts';

type BetRecordProps = { readonly bet: EventBetView; readonly event: EventView };

/** The full record of one answer: reasoning, exact prompt, raw output and usage. Opens without JavaScript. */
export function BetRecord({ bet, event }: BetRecordProps): ReactElement {
  const isNoAnswer = bet.abstain_kind === 'automatic';
  const opening = isNoAnswer ? explainAbstention(bet.abstain_reason) : extractFirstSentence(bet.reasoning);
  return (
    <details className="record">
      <summary>
        <span className="when-closed">{opening === '' ? 'No reason given.' : opening}</span>
        <span className="when-open">{isNoAnswer ? 'No answer' : 'Reasoning'}</span>
      </summary>
      {isNoAnswer ? (
        <p className="prose">Nothing staked, no forecast to score, and not counted as a pass.</p>
      ) : (
        splitParagraphs(bet.reasoning).map((text, index) => (
          <p key={index} className="prose">
            {text}
          </p>
        ))
      )}
      <Notes bet={bet} event={event} />
      <details>
        <summary>
          Exact prompt<span className="sr"> to {bet.agent_name}</span>
        </summary>
        <pre>{`SYSTEM\n${bet.prompt_system}\n\nUSER\n${bet.prompt_user}`}</pre>
      </details>
      <details>
        <summary>
          Raw output<span className="sr"> from {bet.agent_name}</span>
        </summary>
        <pre>{bet.raw_output === '' ? '(empty)' : bet.raw_output}</pre>
      </details>
      <Usage bet={bet} />
    </details>
  );
}

function Notes({ bet, event }: BetRecordProps): ReactElement | null {
  const isAgainstNumber =
    bet.probability !== null &&
    ((bet.decision === 'YES' && Number(bet.probability) < Number(event.locked_price_exact)) ||
      (bet.decision === 'NO' && Number(bet.probability) > Number(event.locked_price_exact)));
  if (!bet.cap_applied && !isAgainstNumber) return null;
  return (
    <p>
      {bet.cap_applied ? <Tag>{nameCap(bet.cap_applied)}</Tag> : null}{' '}
      {isAgainstNumber ? <Tag>Bet and number disagree</Tag> : null}
    </p>
  );
}

function Usage({ bet }: { readonly bet: EventBetView }): ReactElement {
  const pairs = [
    ['Model', bet.served_model ?? bet.model_slug],
    ['P&L', bet.pnl_cents === null ? null : formatSignedCents(bet.pnl_cents)],
    ['Fee', bet.fee_cents === null || bet.fee_cents === 0 ? null : formatSignedCents(-bet.fee_cents)],
    ['Time', bet.latency_ms === null ? null : formatDuration(bet.latency_ms)],
    ['Cost', bet.cost_micro_dollars === null ? null : formatMicroDollars(bet.cost_micro_dollars)],
  ] as const;
  return (
    <dl className="pairs">
      {pairs.map(([term, value]) =>
        value === null ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function splitParagraphs(text: string): readonly string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}
