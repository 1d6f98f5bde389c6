import type {Fault} from '../faults.ts';
import type {CurrencyCode} from '../money/currency.ts';
import type {RateDay} from '../money/schema.ts';
import type {Channel} from '../storefronts/schema.ts';
import type {OrderDraft, PackedDraft, SourceRow} from './draft.ts';
import type {Mapping} from './mapping.ts';

/** A data row that gave nothing: which, and why. */
export interface Rejection {
  readonly row: number;
  readonly fault: Fault;
}

/** How the bytes of a file became a table. */
export interface TableFacts {
  readonly container: 'text' | 'xlsx' | 'xls';
  /** `utf-8`, `utf-16le`, `gb18030`, `shift_jis`, `windows-1252` ... as the Encoding standard names them; `utf-8` for XLSX. */
  readonly encoding: string;
  readonly separator?: string;
  /** Row number of the header, and its cells. */
  readonly headerRow: number;
  readonly header: readonly string[];
}

/** What only a person can say about a file; until then it is read with the best guess. */
export type ReadingAsk = 'format' | 'currency' | 'dateOrder';

/**
 * What was read out of one file. `rows` counts data rows (no header, preamble, footer, description row):
 * `rows = used + rejected.length`. `totals` are the exact sums of what the buyers of all orders pay, in smallest units: a
 * total that is repeated on the rows of an order counts once, a cancellation counts as the file writes it (negative where
 * it is written so). An order in a currency that nobody knows is in no total.
 */
export interface FileReading {
  readonly name: string;
  readonly format: string;
  /** 0 to 1; below 0.9 a person is asked. */
  readonly confidence: number;
  readonly kind: 'orders' | 'rates';
  /** Where the orders come from; left out for rates and for files that nobody can read yet. */
  readonly channel?: Channel;
  /** By which the file was read, or which is proposed for it. */
  readonly mapping?: Mapping;
  readonly asks: readonly ReadingAsk[];
  /** The first data rows, 20 at most. */
  readonly sample: readonly SourceRow[];
  readonly table: TableFacts;
  readonly rows: number;
  readonly used: number;
  readonly rejected: readonly Rejection[];
  readonly orders: readonly OrderDraft[];
  readonly lines: number;
  readonly totals: Readonly<Partial<Record<CurrencyCode, number>>>;
  /** Days of a rates file; such a file has no orders. */
  readonly rateDays: readonly RateDay[];
}

/** The same once the file is read. */
export interface PackedReading extends Omit<FileReading, 'orders'> {
  readonly orders: readonly PackedDraft[];
}
