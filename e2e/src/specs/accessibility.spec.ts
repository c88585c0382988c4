import { AxeBuilder } from '@axe-core/playwright';
import { listAllPaths } from '../support/site-pages.ts';
import { expect, test } from '../support/test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no violation in ${colorScheme} mode with every disclosure open`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of await listAllPaths(page)) {
      await page.goto(path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      // Describing every passed check would take most of the time, and nobody reads it.
      const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
      expect(violations.map((violation) => `${path}: ${violation.id} ${violation.nodes[0]?.html}`)).toEqual([]);
    }
  });
}
