import { listAllPaths } from '../support/site-pages.ts';
import { expect, test } from '../support/test.ts';

test.use({ javaScriptEnabled: false });

test('every page is complete without JavaScript', async ({ page }) => {
  for (const path of await listAllPaths(page)) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('contentinfo')).toBeVisible();
    await expect(page.locator('.bug').getByText('Exhibition')).toBeVisible();
  }
});

test('the table, the line, the reasoning and the filters work without JavaScript', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('#table tbody tr')).toHaveCount(9);
  await page.locator('#today article h3 a').first().click();
  await expect(page.locator('#line .pick')).toHaveCount(8);
  const record = page.locator('#answers details.record').first();
  await record.locator('summary').first().click();
  await expect(record.getByText('Exact prompt')).toBeVisible();
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Matches' }).click();
  await page.getByRole('link', { name: 'Settled' }).click();

  await expect(page.locator('main tbody tr').first()).toBeVisible();
});

test('the theme button is hidden without JavaScript', async ({ page }) => {
  await page.goto('/');

  await expect(page.getByRole('button', { name: /Theme/ })).toBeHidden();
});

test('the not-found page is readable without JavaScript', async ({ page }) => {
  const response = await page.goto('/events/ffffffffffffffffffffffff');

  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
});
