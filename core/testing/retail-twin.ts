import {type Dice, dice} from '../lib/dice.ts';

/** An invented wholesaler's sheet in the columns of UCI Online Retail, and what is known of it without reading it. */
export interface RetailTwin {
  readonly text: string;
  readonly rows: number;
  readonly invoices: number;
  /** Pence of all rows, cancellations negative. */
  readonly totalMinor: number;
  /** Rows that say the same as an earlier row of their invoice, and count all the same. */
  readonly repeatedRows: number;
}

/** As many rows and invoices as the real file has for December 2010 to February 2011. */
export const realSize = {rows: 105_335, invoices: 4_894};

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const things = ['TEAPOT', 'LANTERN', 'CUSHION', '"HOOK, BRASS"', 'NIGHT LIGHT', 'CAKE TIN', 'MUG', 'PAPER CHAIN'];
const looks = ['RED', 'IVORY', 'VINTAGE', 'SET OF 6', 'SMALL', 'RETROSPOT', 'GLASS', 'WOODEN'];
const countries = ['United Kingdom', 'United Kingdom', 'United Kingdom', 'Germany', 'France', 'EIRE', 'Netherlands'];
const quantities = [1, 1, 1, 2, 2, 3, 4, 6, 6, 8, 12, 12, 24, 48, 144];
const cancelled = 0.16;
const withoutCustomer = 0.25;
const repeated = 0.009;
const free = 0.005;
const days = 90;
const firstDay = Date.UTC(2010, 11, 1);
const dayMs = 86_400_000;
const minuteMs = 60_000;

interface Product {
  readonly code: string;
  readonly title: string;
  readonly priceMinor: number;
}

/** The same seed gives the same sheet; most invoices are short and a few have hundreds of rows, as in the real one. */
export function retailTwin(seed: number | string, {rows, invoices}: typeof realSize = realSize): RetailTwin {
  const chance = dice(seed);
  const products = Array.from({length: 3_000}, (_, at) => productAt(at, chance));
  const written = [header];
  let totalMinor = 0;
  let repeatedRows = 0;

  rowCounts({rows, invoices}, chance).forEach((count, at) => {
    const isCancelled = chance.chance(cancelled);
    const number = `${isCancelled ? 'C' : ''}${String(600_000 + at)}`;
    const customer = chance.chance(withoutCustomer) ? '' : `${String(chance.integer(12_346, 18_287))}.0`;
    const end = `${clock(at / invoices, chance)},PRICE,${customer},${chance.pick(countries)}`;
    let before = '';
    let beforeMinor = 0;
    for (let row = 0; row < count; row += 1) {
      if (before !== '' && chance.chance(repeated)) {
        repeatedRows += 1;
      } else {
        const {code, title, priceMinor} = chance.pick(products);
        const quantity = chance.pick(quantities) * (isCancelled ? -1 : 1);
        const price = chance.chance(free) ? 0 : priceMinor;
        before = [number, code, title, quantity, end.replace('PRICE', decimal(price))].join(',');
        beforeMinor = quantity * price;
      }
      written.push(before);
      totalMinor += beforeMinor;
    }
  });
  return {text: `${written.join('\n')}\n`, rows, invoices, totalMinor, repeatedRows};
}

function productAt(at: number, chance: Dice): Product {
  const code = `${String(20_000 + at)}${chance.chance(0.1) ? chance.pick(['A', 'B', 'S']) : ''}`;
  const title = chance.chance(0.003) ? '' : `${chance.pick(looks)} ${String(at)} `;
  const thing = chance.pick(things);
  const quoted = thing.startsWith('"') ? `"${title}${thing.slice(1)}` : `${title}${thing}`;
  return {code, title: title === '' ? '' : quoted, priceMinor: chance.integer(12, 1_295)};
}

function rowCounts({rows, invoices}: typeof realSize, chance: Dice): readonly number[] {
  const counts = Array.from({length: invoices}, () => 1);
  for (let left = rows - invoices; left > 0; left -= 1) {
    const place = chance.next() / 2 ** 32;
    const at = Math.floor(invoices * place * place);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return chance.shuffle(counts);
}

/** A minute of a working day, the further on the later. */
function clock(share: number, chance: Dice): string {
  const minute = 7 * 60 + chance.integer(0, 13 * 60);
  const at = new Date(firstDay + Math.floor(share * days) * dayMs + minute * minuteMs).toISOString();
  return `${at.slice(0, 10)} ${at.slice(11, 19)}`;
}

/** As the real file writes prices: `2.55`, `2.1`, `3.0`. */
function decimal(minor: number): string {
  const pence = String(minor % 100).padStart(2, '0');
  return `${String(Math.floor(minor / 100))}.${pence.endsWith('0') ? pence.slice(0, 1) : pence}`;
}
