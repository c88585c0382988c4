import { expect, test } from '../support/test.ts';

test('the status filter is a link that narrows the list', async ({ page }) => {
  await page.goto('/events');
  const filter = page.getByRole('navigation', { name: 'Filter' });
  await filter.getByRole('link', { name: 'Settled' }).click();

  await expect(page).toHaveURL(/status=settled/);
  await expect(filter.getByRole('link', { name: 'Settled' })).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('main tbody .tag-live')).toHaveCount(0);
});

test('the category filter shows only matches of that category', async ({ page }) => {
  await page.goto('/events');
  const category = page.getByRole('list', { name: 'Category' }).getByRole('link').nth(1);
  const name = await category.innerText();
  await category.click();

  await expect(page).toHaveURL(/category=/);
  for (const note of await page.locator('main tbody .row-note').allInnerTexts()) expect(note).toContain(name);
});

test('older matches are on the next page', async ({ page }) => {
  await page.goto('/events');
  await page.getByRole('link', { name: 'Older' }).click();

  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByRole('link', { name: 'Newer' })).toBeVisible();
});

test('a filter that matches nothing says so', async ({ page }) => {
  await page.goto('/events?category=nothing-has-this-category');

  await expect(page.getByRole('heading', { name: 'No match fits this filter' })).toBeVisible();
});
