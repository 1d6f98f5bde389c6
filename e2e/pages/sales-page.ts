import {expect} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import {FramePage} from './frame-page.ts';

/** One line of the table of days; amounts in smallest units. */
export interface DayLine {
  readonly day: string;
  readonly orders: number;
  readonly soldMinor: number;
  readonly refundedMinor: number;
  readonly netMinor: number;
}

/** Sales by day. */
export class SalesPage extends FramePage {
  readonly grid: Locator;
  readonly chart: Locator;

  constructor(page: Page) {
    super(page);
    this.grid = page.getByRole('grid', {name: 'Sales by day'});
    this.chart = page.getByRole('img', {name: /^Sales after refunds/});
  }

  /** A figure at the head of the page, as it is written. */
  figure(name: string): Locator {
    return this.page.getByRole('main').locator('dl > div').filter({hasText: name}).locator('dd').first();
  }

  async dayCount(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1;
  }

  /** Every line of the table, scrolling through it as a person would. */
  async days(): Promise<readonly DayLine[]> {
    const total = await this.dayCount();
    const lines = new Map<number, DayLine>();
    const take = async (): Promise<void> => {
      for (const [index, ...texts] of await this.grid.locator('[data-index]').evaluateAll(cellsOf)) {
        const [day = '', orders = '', sold = '', refunded = '', net = ''] = texts.map(String);
        lines.set(Number(index), {
          day,
          orders: minorOf(orders),
          soldMinor: minorOf(sold),
          refundedMinor: minorOf(refunded),
          netMinor: minorOf(net),
        });
      }
    };
    await this.grid.evaluate((element) => element.scrollTo(0, 0));
    await expect(async () => {
      await take();
      await this.grid.evaluate((element) => element.scrollBy(0, element.clientHeight / 2));
      expect(lines.size).toBe(total);
    }).toPass({intervals: [20]});
    return [...lines].toSorted(([a], [b]) => a - b).map(([, line]) => line);
  }
}

function cellsOf(rows: readonly Element[]): (string | number)[][] {
  return rows.map((row) => [
    Number(row.getAttribute('data-index')),
    ...[...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent),
  ]);
}

/** Smallest units of an amount as it is written: `−1,234.50 EUR` is -123450. */
export function minorOf(text: string): number {
  const minor = Number(text.replaceAll(/\D/g, ''));
  return text.includes('\u2212') ? -minor : minor;
}
