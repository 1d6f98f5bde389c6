import {useEffect, useState} from 'react';
import {productsLike} from '#core/catalog/queries.ts';
import type {Product} from '#core/catalog/schema.ts';
import {useQuery} from '../../app/data/use-data.ts';
import type {EntryLine} from './order-entry.ts';

interface WrittenSku {
  readonly key: number;
  readonly text: string;
  readonly done: boolean;
}

const skuMax = 80;
const offeredMax = 8;

/**
 * The products that fit the SKU being written. One that is written or scanned whole brings its name along, once its field
 * is left: before that it may be the beginning of a longer one.
 */
export function useProducts(
  lines: readonly EntryLine[],
  onChange: (lines: readonly EntryLine[]) => void,
): {
  readonly products: readonly Product[];
  readonly writes: (key: number, text: string) => void;
  readonly wrote: () => void;
  /** A name that is written by hand is left alone. */
  readonly namesByHand: () => void;
} {
  const [written, setWritten] = useState(nothingWritten);
  const typed = written.text.trim().slice(0, skuMax);
  const products = useQuery(productsLike, {typed, limit: offeredMax}) ?? nothing;

  const line = written.done ? lines.find(({key}) => key === written.key) : undefined;
  const product = line && products.find(({sku}) => sku === line.sku.trim());
  const title = line?.title === '' && product?.title !== '' ? product?.title : undefined;
  useEffect(() => {
    if (!line || title === undefined) return;
    onChange(lines.map((each) => (each === line ? {...each, title} : each)));
  }, [line, lines, title, onChange]);

  return {
    products,
    writes: (key, text) => setWritten({key, text, done: false}),
    namesByHand: () => setWritten(nothingWritten),
    wrote: () => setWritten((before) => (before.done || before.key === 0 ? before : {...before, done: true})),
  };
}

const nothing: readonly never[] = [];
const nothingWritten: WrittenSku = {key: 0, text: '', done: false};
