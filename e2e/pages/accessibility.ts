import axe from 'axe-core';
import type {Page} from 'playwright';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** Nobody reads what passed; and no rule that is on looks into style sheets, which axe would ask for anew each time. */
const options: axe.RunOptions = {resultTypes: ['violations'], preload: false};

/**
 * What keeps somebody from reading or working the page as it stands, as `rule: elements`. The product has no frames, so axe is
 * brought once to each document and runs there: a look then takes two thirds of the time.
 */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const {violations} = await page.evaluate((asked) => window.axe.run(document, asked), options);
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join(', ')}`);
}
