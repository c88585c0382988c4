'use client';

import { useEffect, useState, type ReactElement } from 'react';
import { formatCountdown } from '#web/lib/format/time.ts';

type CountdownProps = {
  /** The instant counted down to, ISO. */
  readonly until: string;
  /** The server's clock when the page was written, ISO: what readers without JavaScript see. */
  readonly writtenAt: string;
  readonly className: string;
};

/** Time left until an instant. Ticks where JavaScript runs; it is not announced, the time of day stands beside it. */
export function Countdown({ until, writtenAt, className }: CountdownProps): ReactElement {
  const end = Date.parse(until);
  const [leftMs, setLeftMs] = useState(end - Date.parse(writtenAt));
  useEffect(() => {
    const timer = setInterval(() => setLeftMs(end - Date.now()), 1000);
    return () => clearInterval(timer);
  }, [end]);
  return (
    <time className={className} dateTime={until}>
      {formatCountdown(leftMs)}
    </time>
  );
}
