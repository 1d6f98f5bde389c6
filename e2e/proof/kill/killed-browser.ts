import type {Page} from 'playwright';
import {must} from '#core/lib/assert.ts';
import {killChromium, startChromium} from '../../standin/chromium.ts';
import type {Chromium} from '../../standin/host.ts';
import {tapWorker} from './tap.ts';

const openMaxMs = 60_000;
/** A shop that is not there by then will not come. */
const lostAfterMs = 10_000;

/** Takes from the data worker the only place outside of IndexedDB, so that nothing is journalled. */
const noFiles = 'delete FileSystemFileHandle.prototype.createSyncAccessHandle;\n';

/** The built application in Chromium on one profile, started again after each end. */
export class KilledBrowser {
  readonly #profile: string;
  readonly #origin: string;
  readonly #journalled: boolean;
  #running: Chromium | undefined;
  #page: Page | undefined;

  constructor({profile, origin, journalled}: {profile: string; origin: string; journalled: boolean}) {
    this.#profile = profile;
    this.#origin = origin;
    this.#journalled = journalled;
  }

  /** Opens the application; `acknowledged` hears the names of what a person would see saved. */
  async start(acknowledged: (names: readonly string[]) => void): Promise<Page> {
    this.#running = await startChromium({
      userData: this.#profile,
      port: Number(new URL(this.#origin).port),
      program: 'whole',
    });
    const {context} = this.#running;
    await context.exposeFunction('acknowledged', acknowledged);
    // The runner of this script names functions by a helper of its own, which a page has not.
    await context.addInitScript('globalThis.__name = (named) => named');
    await context.addInitScript(tapWorker, this.#journalled);
    if (!this.#journalled) {
      await context.route('**/*data-worker*.js', async (route) => {
        const response = await route.fetch();
        await route.fulfill({response, body: noFiles + (await response.text())});
      });
    }
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(this.#origin);
    this.#page = page;
    return page;
  }

  /** Answers once the shop is there; how long it was being built anew, if it was. */
  async untilOpen(): Promise<number | undefined> {
    const page = must(this.#page, 'a page');
    const startedMs = Date.now();
    const goOn = page.getByRole('button', {name: 'Go on'});
    const shop = page.getByRole('contentinfo');
    await goOn
      .or(shop)
      .first()
      .waitFor({timeout: openMaxMs})
      .catch(async () => {
        throw new Error(`The shop did not come: ${await page.locator('body').innerText()}`);
      });
    if (!(await goOn.isVisible())) return undefined;

    const tookMs = Date.now() - startedMs;
    await goOn.click();
    await shop.waitFor({timeout: openMaxMs});
    return tookMs;
  }

  /** Answers once the page has started again by itself and the shop was built anew. */
  async untilRecovered(): Promise<void> {
    const page = must(this.#page, 'a page');
    await page.getByRole('button', {name: 'Go on'}).click({timeout: openMaxMs});
    await page.getByRole('contentinfo').waitFor({timeout: openMaxMs});
  }

  /** Whether the shop comes on screen by itself: without a journal, what is lost does not. */
  async isThere(): Promise<boolean> {
    const shop = must(this.#page, 'a page').getByRole('contentinfo');
    return shop.waitFor({timeout: lostAfterMs}).then(
      () => true,
      () => false,
    );
  }

  async kill(): Promise<void> {
    const killed = must(this.#running, 'a browser that runs');
    this.#running = undefined;
    await killChromium(killed);
    await killed.context.close().catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#running?.context.close();
    this.#running = undefined;
  }
}
