import {expect} from '@playwright/test';
import {serveBuiltPage} from './editions/browser-edition.ts';
import {test} from './editions/story.ts';
import {violationsOn} from './pages/accessibility.ts';
import {textsCut} from './pages/texts-cut.ts';
import {railIds, sizes, walkStates, walkedIds} from './states.ts';

/** What there is to walk past: both widths, both lights. */
const looks = [
  {look: 'a wide light window', viewport: sizes.wide, colorScheme: 'light'},
  {look: 'a narrow dark window', viewport: sizes.narrow, colorScheme: 'dark'},
] as const;

for (const {look, viewport, colorScheme} of looks) {
  test(`every page, panel and dialog can be read and worked by everybody, in words 40 % longer, in ${look}`, async ({
    browser,
    seen,
  }) => {
    test.setTimeout(300_000);
    const server = await serveBuiltPage();
    const context = await browser.newContext({viewport, colorScheme});
    const page = await context.newPage();
    seen.onPage(page);
    // The language of the address is asked for again at every address the walk goes to.
    await page.addInitScript(() => {
      const asked = new URL(location.href);
      asked.searchParams.set('lang', 'en-XA');
      history.replaceState(null, '', asked);
    });
    const found: string[] = [];
    /** Each text once, with the first state it was cut in. */
    const cut = new Map<string, string>();

    await walkStates(page, {
      origin: server.origin,
      // With few orders there are hours in which none waits to be released.
      orders: 1500,
      visit: async (name) => {
        for (const text of await page.evaluate(textsCut)) if (!cut.has(text)) cut.set(text, name);
        found.push(...(await violationsOn(page)).map((violation) => `${name}: ${violation}`));
      },
    });

    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-XA');
    expect({found, cut: [...cut].map(([text, name]) => `${name}: ${text}`)}).toEqual({found: [], cut: []});
    expect(await railIds(page)).toEqual(walkedIds);
    await context.close();
    await server.close();
  });
}
