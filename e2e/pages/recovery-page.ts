import type {Locator, Page} from 'playwright';

/** What a person sees after a store was built anew; by its place, in every language. */
export class RecoveryPage {
  readonly page: Page;
  readonly title: Locator;
  readonly text: Locator;

  constructor(page: Page) {
    this.page = page;
    this.title = page.getByRole('heading', {level: 1});
    this.text = page.getByRole('main');
  }

  /** The one button has the focus. */
  async goOn(): Promise<void> {
    await this.page.keyboard.press('Enter');
  }
}
