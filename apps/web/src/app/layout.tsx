import { AGENT_COUNT, MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { spellNumber } from '@coliseum/domain/number-words';
import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { headers } from 'next/headers';
import type { ReactElement, ReactNode } from 'react';
import { Sprite } from '#web/components/arena/sprite.tsx';
import { SiteFooter } from '#web/components/site/site-footer.tsx';
import { SiteNav } from '#web/components/site/site-nav.tsx';
import { FixturesStrip } from '#web/features/scorebug/fixtures-strip.tsx';
import { Scorebug } from '#web/features/scorebug/scorebug.tsx';
import { getLatestEvents, getRules, getStatus } from '#web/lib/api/queries.ts';
import { findLatestCard } from '#web/lib/latest-card.ts';
import '#web/styles/index.css';

const archivo = localFont({
  src: '../../node_modules/@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2',
  variable: '--font-archivo',
  weight: '100 900',
  display: 'swap',
  adjustFontFallback: false,
  declarations: [{ prop: 'font-stretch', value: '62% 125%' }],
});

const sourceSerif = localFont({
  src: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  variable: '--font-source-serif',
  weight: '200 900',
  display: 'swap',
  adjustFontFallback: false,
});

export const metadata: Metadata = {
  title: { default: 'Coliseum', template: '%s · Coliseum' },
  description: `The arena of ${spellNumber(AGENT_COUNT)} AI models: ${spellNumber(MATCHES_PER_DAY)} markets a day, one line to beat. The league table, every card and the reasoning behind every bet.`,
  alternates: {
    types: {
      'application/atom+xml': [
        { url: '/api/feeds/days.atom', title: 'Match days' },
        { url: '/api/feeds/settlements.atom', title: 'Settlements' },
        { url: '/api/feeds/amendments.atom', title: 'Amended outcomes' },
        { url: '/api/feeds/receipts.atom', title: 'Receipts' },
      ],
    },
  },
};

export const viewport: Viewport = { colorScheme: 'light dark' };

export const dynamic = 'force-dynamic';

/** The frame of every page: the scorebug with the latest card, the navigation and the footer. */
export default async function RootLayout({ children }: { readonly children: ReactNode }): Promise<ReactElement> {
  const [status, rules, events, requestHeaders] = await Promise.all([
    getStatus(),
    getRules(),
    getLatestEvents(),
    headers(),
  ]);
  const card = events.ok ? findLatestCard(events.value.events) : [];
  return (
    <html lang="en" className={`${archivo.variable} ${sourceSerif.variable}`} suppressHydrationWarning>
      <head>
        {/* oxlint-disable-next-line nextjs/no-sync-scripts -- the chosen theme has to be known before the first paint */}
        <script src="/theme.js" nonce={requestHeaders.get('x-nonce') ?? undefined} />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to content
        </a>
        <Sprite />
        <header>
          <Scorebug status={status.ok ? status.value : null} card={card} />
          <FixturesStrip card={card} />
          <SiteNav updatedAt={status.ok ? status.value.now : null} />
        </header>
        <main id="main">{children}</main>
        <SiteFooter
          isExhibition={status.ok && status.value.exhibition}
          feeRule={rules.ok ? rules.value.fee_rule : null}
        />
      </body>
    </html>
  );
}
