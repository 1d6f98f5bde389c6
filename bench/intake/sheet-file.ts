import {existsSync, readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import type {CurrencyCode} from '#core/money/currency.ts';
import {retailTwin} from '#core/testing/retail-twin.ts';
import {inRoot} from '../../tools/run/places.mjs';

export const pounds = 'GBP' as CurrencyCode;

/** The file that is brought in, and what is known of it without reading it. */
export interface SheetFile {
  readonly title: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly account: {readonly rows: number; readonly orders: number; readonly totalMinor: number};
}

const name = 'online-retail-2010-12-01_2011-02-28';

interface Published {
  readonly rows: number;
  readonly distinct_invoices: number;
  readonly revenue_net_all_rows: string;
}

/** The published sheet where it lies beside the checkout, else its invented twin of the same size. */
export function sheetFile(): SheetFile {
  const beside = inRoot('..', 'shared', 'data', 'sales');
  if (!existsSync(`${beside}/${name}.csv.gz`)) {
    const {text, rows, invoices: orders, totalMinor} = retailTwin('bench');
    return {title: 'invented twin', bytes: new TextEncoder().encode(text), account: {rows, orders, totalMinor}};
  }
  const published = JSON.parse(readFileSync(`${beside}/${name}.aggregates.json`, 'utf8')) as Published;
  return {
    title: name,
    bytes: new Uint8Array(gunzipSync(readFileSync(`${beside}/${name}.csv.gz`))),
    account: {
      rows: published.rows,
      orders: published.distinct_invoices,
      totalMinor: Number(published.revenue_net_all_rows.replace('.', '')),
    },
  };
}
