import type { Page } from '@playwright/test';

/** The path of the first match in the list of matches. */
async function findFirstEventPath(page: Page): Promise<string> {
  await page.goto('/events');
  return readHref(page, 'main a[href^="/events/"]');
}

/** The path of the agent with the most money. */
async function findFirstAgentPath(page: Page): Promise<string> {
  await page.goto('/');
  return readHref(page, '#table a[href^="/agents/"]');
}

/** One path for every kind of page. */
export async function listAllPaths(page: Page): Promise<readonly string[]> {
  return ['/', '/events', '/agents', '/how-it-works', await findFirstEventPath(page), await findFirstAgentPath(page)];
}

async function readHref(page: Page, selector: string): Promise<string> {
  const href = await page.locator(selector).first().getAttribute('href');
  if (href === null) throw new Error(`${page.url()} has no ${selector}.`);
  return href;
}
