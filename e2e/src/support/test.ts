import { test as base, type ConsoleMessage, type Page } from '@playwright/test';

type BrowserErrorFixtures = { readonly brokenThings: void };

/** Playwright's test on the running arena; a test fails when a page logs an error, throws, or breaks its own policy. */
export const test = base.extend<BrowserErrorFixtures>({
  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
  baseURL: async ({}, use) => {
    const url = process.env['COLISEUM_E2E_URL'];
    if (!url) throw new Error('No arena: the global setup did not name one.');
    await use(url);
  },
  brokenThings: [
    async ({ page }, use) => {
      const broken: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !isOwnStatus(message, page)) broken.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => broken.push(`${page.url()}: ${error.message}`));
      await use();
      test.expect(broken).toEqual([]);
    },
    { auto: true },
  ],
});

export const { expect } = test;

/** The browser reports the status of a page that is asked for and missing; that is the page's answer, not a fault. */
function isOwnStatus(message: ConsoleMessage, page: Page): boolean {
  return message.location().url === page.url() && message.text().includes('status of 404');
}
