import { expect, test } from '../support/test.ts';

test('a match on the front page links to its answers and its brief', async ({ page }) => {
  await page.goto('/');
  const link = page.locator('#today article h3 a').first();
  const question = await link.innerText();
  await link.click();

  await expect(page).toHaveURL(/\/events\/[0-9a-f]{24}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
  await expect(page.locator('#answers tbody tr')).toHaveCount(8);
  await expect(page.locator('#brief .brief li').first()).toBeVisible();
});

test('an answer opens to its reasoning, its prompt and its raw output', async ({ page }) => {
  await page.goto('/');
  await page.locator('#today article h3 a').first().click();
  const record = page.locator('#answers details.record').first();
  await record.locator('summary').first().click();
  await record.getByText('Exact prompt').click();

  await expect(record.locator('pre').first()).toContainText('SYSTEM');
  await expect(record.getByText('Raw output')).toBeVisible();
});

test('an agent in the league table links to its record and its bankroll', async ({ page }) => {
  await page.goto('/');
  const link = page.locator('#table a[href^="/agents/"]').first();
  const name = await link.innerText();
  await link.click();

  await expect(page).toHaveURL(/\/agents\/[0-9a-f]{24}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByRole('img', { name: `Bankroll of ${name}` })).toBeVisible();
  await page.getByText('As a table').click();
  await expect(page.locator('#bankroll tbody tr').first()).toBeVisible();
});

test('a recent bet links to the match and its reasoning', async ({ page }) => {
  await page.goto('/agents');
  await page.locator('.agent-list a').first().click();
  const agentId = /[0-9a-f]{24}/.exec(await page.waitForURL(/\/agents\/[0-9a-f]{24}$/).then(() => page.url()))?.[0];
  await page.locator('#bets tbody a').first().click();

  await expect(page).toHaveURL(new RegExp(`/events/[0-9a-f]{24}#bet-${agentId}$`));
  await expect(page.locator(`#bet-${agentId}`)).toBeVisible();
});
