import type { Page } from '@playwright/test';

/** The address of the first match on the list of events. */
async function firstEventPath(page: Page): Promise<string> {
  await page.goto('/events');
  return hrefOf(page, 'main a[href^="/events/"]');
}

/** The address of the agent with the most money. */
async function firstAgentPath(page: Page): Promise<string> {
  await page.goto('/');
  return hrefOf(page, '#table a[href^="/agents/"]');
}

/** Every kind of page there is. */
export async function allPaths(page: Page): Promise<readonly string[]> {
  return ['/', '/events', '/agents', '/how-it-works', await firstEventPath(page), await firstAgentPath(page)];
}

async function hrefOf(page: Page, selector: string): Promise<string> {
  const href = await page.locator(selector).first().getAttribute('href');
  if (href === null) throw new Error(`${page.url()} has no ${selector}.`);
  return href;
}
