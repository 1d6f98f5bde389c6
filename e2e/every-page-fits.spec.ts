import {expect} from '@playwright/test';
import {serveBuiltPage} from './editions/browser-edition.ts';
import {test} from './editions/story.ts';
import {textsCut} from './pages/texts-cut.ts';
import {sizes, walkStates} from './states.ts';

for (const [width, viewport] of Object.entries(sizes)) {
  test(`words that are 40 % longer fit everywhere in a ${width} window`, async ({browser, seen}) => {
    test.setTimeout(120_000);
    const server = await serveBuiltPage();
    const context = await browser.newContext({viewport});
    const page = await context.newPage();
    seen.onPage(page);
    // The language of the address is asked for again at every address the walk goes to.
    await page.addInitScript(() => {
      const asked = new URL(location.href);
      asked.searchParams.set('lang', 'en-XA');
      history.replaceState(null, '', asked);
    });
    /** Each text once, with the first state it was cut in. */
    const cut = new Map<string, string>();

    await walkStates(page, {
      origin: server.origin,
      // With few orders there are hours in which none waits to be released.
      orders: 1500,
      visit: async (name) => {
        for (const text of await page.evaluate(textsCut)) if (!cut.has(text)) cut.set(text, name);
      },
    });

    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-XA');
    expect([...cut].map(([text, name]) => `${name}: ${text}`)).toEqual([]);
    await context.close();
    await server.close();
  });
}
