import { listAllPaths } from '../support/site-pages.ts';
import { expect, test } from '../support/test.ts';

test('every page says that this is an exhibition', async ({ page }) => {
  for (const path of [...(await listAllPaths(page)), '/no-such-page']) {
    await page.goto(path);
    await expect(page.locator('.bug').getByText('Exhibition')).toBeVisible();
  }
});

test('no page scrolls sideways, down to 320 pixels', async ({ page }) => {
  for (const path of await listAllPaths(page)) {
    await page.goto(path);
    for (const width of [320, 390, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const contentWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(contentWidth, `${path} at ${width} px`).toBeLessThanOrEqual(width);
    }
  }
});

test('every page has one main heading, a title and a skip link', async ({ page }) => {
  for (const path of await listAllPaths(page)) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/Coliseum/);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  }
});

test('every page has a policy that forbids inline styles, and no style attribute', async ({ page }) => {
  for (const path of await listAllPaths(page)) {
    const response = await page.goto(path);
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await response?.text(), path).not.toMatch(/<[^>]+\sstyle=/);
  }
});

test('the theme button changes the colours, and the choice carries over to the next page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const readBackground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await readBackground();
  await page.getByRole('button', { name: /Theme/ }).click();
  const dark = await readBackground();
  expect(dark).not.toBe(light);
  await page.goto('/how-it-works');

  expect(await readBackground()).toBe(dark);
});
