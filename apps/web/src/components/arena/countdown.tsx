'use client';

import { useEffect, useState, type ReactElement } from 'react';
import { formatCountdown } from '#web/lib/format/time.ts';

type CountdownProps = {
  /** The moment it counts down to, ISO. */
  readonly until: string;
  /** The server's clock when the page was rendered, ISO: readers without JavaScript see the time left from then. */
  readonly writtenAt: string;
  readonly className: string;
};

/** Time left. Ticks where JavaScript runs. Screen readers are not told every second. */
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
