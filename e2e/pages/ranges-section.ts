import {expect} from '@playwright/test';
import type {Locator} from 'playwright';
import {FramePage} from './frame-page.ts';

/** A range as the carrier's letter tells it. */
export interface GivenRange {
  readonly carrier: string;
  readonly account: string;
  readonly service: string;
  readonly from: string;
  readonly to: string;
}

/** What a range says became of its numbers. */
export interface RangeRow {
  readonly leased: number;
  readonly used: number;
  readonly voided: number;
  readonly free: number;
}

/** The number ranges in the settings. */
export class RangesSection extends FramePage {
  async open(): Promise<this> {
    await this.goTo('Settings');
    await expect(this.#add).toBeEnabled();
    return this;
  }

  async enter({carrier, account, service, from, to}: GivenRange): Promise<void> {
    await this.#add.click();
    await this.dialog.getByRole('combobox', {name: 'Carrier and service'}).click();
    await this.page.getByRole('option', {name: carrier, exact: true}).click();
    for (const [field, text] of Object.entries({
      Account: account,
      Service: service,
      'First number': from,
      'Last number': to,
      'Tell me when fewer are left than': '3',
    })) {
      await this.dialog.getByLabel(field, {exact: true}).fill(text);
    }
    await this.dialog.getByRole('button', {name: 'Add a range'}).click();
    await expect(this.dialog).toHaveCount(0);
    await expect(this.page.getByText(`${from} to ${to}`)).toBeVisible();
  }

  async rows(): Promise<readonly RangeRow[]> {
    const texts = await this.page.getByText(/\d used · \d+ void/).allInnerTexts();
    const spans = await this.page.getByText(/^\d{8} to \d{8}/).allInnerTexts();
    return texts.map((text, at) => {
      const [used = 0, voided = 0, ...more] = figuresOf(text);
      const [from = 0, to = 0] = figuresOf(spans[at] ?? '');
      return {leased: to - from + 1, used, voided, free: more.at(-1) ?? 0};
    });
  }

  get #add(): Locator {
    return this.page.getByRole('button', {name: 'Add a range', exact: true});
  }
}

function figuresOf(text: string): readonly number[] {
  return [...text.replaceAll(',', '').matchAll(/\d+/g)].map(([figure]) => Number(figure));
}
