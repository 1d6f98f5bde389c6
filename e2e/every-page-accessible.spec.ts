import {AxeBuilder} from '@axe-core/playwright';
import {expect} from '@playwright/test';
import {serveBuiltPage} from './editions/browser-edition.ts';
import {test} from './editions/story.ts';
import {railIds, sizes, walkStates, walkedIds} from './states.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page, panel and dialog can be read and worked by everybody, in ${colorScheme}`, async ({
    browser,
    seen,
  }) => {
    test.setTimeout(180_000);
    const server = await serveBuiltPage();
    const context = await browser.newContext({viewport: sizes.wide, colorScheme});
    const page = await context.newPage();
    seen.onPage(page);
    const found: string[] = [];

    await walkStates(page, {
      origin: server.origin,
      // With few orders there are hours in which none waits to be released.
      orders: 1500,
      visit: async (name) => {
        // The product has no frames, and nobody reads what passed: so a page takes a quarter of the time.
        const axe = new AxeBuilder({page}).setLegacyMode().options({resultTypes: ['violations']});
        const {violations} = await axe.analyze();
        for (const {id, nodes} of violations) {
          found.push(`${name}: ${id}: ${nodes.map(({target}) => target.join(' ')).join(', ')}`);
        }
      },
    });

    expect(found).toEqual([]);
    expect(await railIds(page)).toEqual(walkedIds);
    await context.close();
    await server.close();
  });
}
