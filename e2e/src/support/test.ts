import { test as base, type ConsoleMessage, type Page } from '@playwright/test';

type ArenaFixtures = { readonly pageErrors: void; readonly apiUrl: string };

/** Playwright's `test` against the running arena. Fails a test when a page logs an error, throws or violates its policy. */
export const test = base.extend<ArenaFixtures>({
  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
  baseURL: async ({}, use) => {
    const url = process.env['COLISEUM_E2E_URL'];
    if (!url) throw new Error('COLISEUM_E2E_URL is not set; the global setup should have set it.');
    await use(url);
  },
  // oxlint-disable-next-line eslint/no-empty-pattern -- as above
  apiUrl: async ({}, use) => {
    await use(process.env['COLISEUM_E2E_API_URL'] ?? 'http://127.0.0.1:4000');
  },
  pageErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !isOwnStatus(message, page)) errors.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
      await use();
      test.expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export const { expect } = test;

/** The browser logs the 404 of the page itself as an error, which is expected for a missing page. */
function isOwnStatus(message: ConsoleMessage, page: Page): boolean {
  return message.location().url === page.url() && message.text().includes('status of 404');
}
