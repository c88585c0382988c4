import { expect, test } from '../support/test.ts';

for (const path of ['/no-such-page', '/events/ffffffffffffffffffffffff', '/agents/not-an-id']) {
  test(`${path} shows the not-found page`, async ({ page }) => {
    const response = await page.goto(path);

    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
    await page.getByRole('link', { name: /card/ }).click();
    await expect(page.getByRole('table', { name: /League table/ })).toBeVisible();
  });
}
