import {expect} from '@playwright/test';
import type {Locator, Page} from 'playwright';
import {FramePage} from './frame-page.ts';

const cells = {number: 1, status: 2, buyer: 5, country: 6, items: 7, total: 9} as const;

/** The list of orders, its tree and the order in the panel. */
export class OrdersPage extends FramePage {
  readonly grid: Locator;
  readonly search: Locator;
  readonly tree: Locator;
  readonly selectionBar: Locator;

  constructor(page: Page) {
    super(page);
    this.grid = page.getByRole('grid', {name: 'Orders'});
    this.search = page.getByRole('searchbox', {name: 'Search orders'});
    this.tree = page.getByRole('navigation', {name: 'Orders'});
    this.selectionBar = page.getByRole('region', {name: 'Selected rows'});
  }

  /** Waits for the list to be there. */
  async shown(): Promise<this> {
    await expect(this.grid).toBeVisible();
    await expect(this.treeItem('All orders')).toContainText(/\d/);
    return this;
  }

  row(index: number): Locator {
    return this.grid.locator(`[data-index="${index}"]`);
  }

  rowOf(number: string): Locator {
    return this.grid.locator('[data-index]').filter({has: this.page.getByText(number, {exact: true})});
  }

  cell(row: Locator, name: keyof typeof cells): Locator {
    return row.getByRole('gridcell').nth(cells[name]);
  }

  async numberAt(index: number): Promise<string> {
    return this.cell(this.row(index), 'number').innerText();
  }

  treeItem(label: string): Locator {
    return this.tree.getByRole('button', {name: new RegExp(`^${label.replaceAll('.', '\\.')}`)});
  }

  /** The figure beside a line of the tree. */
  async count(label: string): Promise<number> {
    return Number((await this.treeItem(label).locator('span').last().innerText()).replaceAll(',', ''));
  }

  /** Shows one line of the tree, and waits for its orders. */
  async choose(label: string): Promise<void> {
    await this.treeItem(label).click();
    await expect(this.title).toHaveText(label);
    await expect(this.grid).toHaveAttribute('aria-rowcount', String((await this.count(label)) + 1));
  }

  /** Where the keyboard is. */
  get cursor(): Locator {
    return this.grid.locator('[data-index][data-cursor]');
  }

  get ticked(): Locator {
    return this.grid.locator('[data-index][data-ticked]');
  }

  /** The grid's rows take the focus again, with the cursor on its first row. */
  async pointAt(index: number): Promise<string> {
    await this.cell(this.row(index), 'buyer').click();
    await expect(this.cursor).toHaveAttribute('data-index', String(index));
    return this.numberAt(index);
  }

  column(title: string): Locator {
    return this.grid.getByRole('columnheader', {name: title, exact: true});
  }
}
