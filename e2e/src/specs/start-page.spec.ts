import { expect, test } from '../support/test.ts';

test('the front page ranks eight agents and shows the Crowd', async ({ page }) => {
  await page.goto('/');

  await expect(page.getByRole('heading', { level: 1 })).toContainText('the most money.');
  const table = page.getByRole('table', { name: /League table/ });
  await expect(table.getByRole('rowheader')).toHaveCount(9);
  await expect(table.getByRole('rowheader', { name: 'The Crowd' })).toBeVisible();
  await expect(table.locator('.rank').first()).toHaveText('1');
});

test('the table is sorted by bankroll, with the Crowd at $100,000', async ({ page }) => {
  await page.goto('/');

  const texts = await page.locator('#table .c-bank .money').allTextContents();
  const dollars = texts.map((text) => Number(text.replace(/[^\d]/g, '')));
  expect(dollars).toHaveLength(9);
  expect(dollars).toEqual(dollars.toSorted((a, b) => b - a));
});

test('the latest card has five matches, each with its line', async ({ page }) => {
  await page.goto('/');

  const matches = page.locator('#today article');
  await expect(matches).toHaveCount(5);
  for (const match of await matches.all()) {
    await expect(match.getByRole('group', { name: /^The line: .* cents/ })).toBeVisible();
    await expect(match.locator('.pick')).toHaveCount(8);
  }
});

test('the front page says that the ranking is by money, and about skill what the figures say', async ({
  page,
  request,
  apiUrl,
}) => {
  const response = await request.get(`${apiUrl}/api/leaderboard`);
  const [, statement = 'no statement'] = /"statement":"([^"]+)"/.exec(await response.text()) ?? [];
  await page.goto('/');

  await expect(page.locator('h1')).toContainText(statement);
  await expect(page.locator('#table')).toContainText('Ranked by money');
  const text = await page.locator('main').innerText();
  expect(text).not.toMatch(/\b(smarter|better than|outperforms?|predicted correctly)\b/i);
});
