import {IconPlus, IconTrash} from '@tabler/icons-react';
import {type KeyboardEvent, useEffect, useRef} from 'react';
import {useTranslation} from 'react-i18next';
import type {Product} from '#core/catalog/schema.ts';
import {Button, IconButton} from '../../ui/button.tsx';
import {Money} from '../../ui/money.tsx';
import {SuggestField} from '../../ui/suggest-field.tsx';
import {TextField} from '../../ui/text-field.tsx';
import type {EntryAmounts} from './entry-amounts.ts';
import {productsLike} from './known.ts';
import {type EntryLine, type OrderEntry, emptyLine, isEmptyLine} from './order-entry.ts';
import type {EntryField} from './read-entry.ts';
import {useProducts} from './use-products.ts';
import styles from './order-form.module.css';

interface LineFieldsProps {
  readonly entry: OrderEntry;
  readonly amounts: EntryAmounts;
  readonly faultOf: (field: EntryField) => string | null;
  readonly onChange: (lines: readonly EntryLine[]) => void;
}

const linesMax = 500;

/**
 * What is sold. Enter goes to the next line and makes one where there is none, as a scanner does after a code; Backspace
 * in a line with nothing in it takes the line away.
 */
export function LineFields({entry, amounts, faultOf, onChange}: LineFieldsProps) {
  const {t} = useTranslation('orders');
  const {lines} = entry;
  const list = useRef<HTMLDivElement>(null);
  const focusNext = useRef<number | undefined>(undefined);
  const {products, writes, wrote, namesByHand} = useProducts(lines, onChange);
  useEffect(() => {
    if (focusNext.current === undefined) return;
    focusLine(list.current, focusNext.current);
    focusNext.current = undefined;
  });

  const add = (): void => {
    if (lines.length >= linesMax) return;
    const line = emptyLine(lines);
    focusNext.current = line.key;
    onChange([...lines, line]);
  };
  const remove = (line: EntryLine): void => {
    const at = lines.indexOf(line);
    const rest = lines.filter((each) => each !== line);
    const left = rest.length > 0 ? rest : [emptyLine(lines)];
    focusNext.current = left[Math.max(0, at - 1)]?.key;
    onChange(left);
  };
  const change = (line: EntryLine, part: Partial<EntryLine>): void => {
    onChange(lines.map((each) => (each === line ? {...line, ...part} : each)));
  };
  const keyed = (event: KeyboardEvent, line: EntryLine): void => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const next = lines[lines.indexOf(line) + 1];
      if (next) focusLine(list.current, next.key);
      else if (!isEmptyLine(line)) add();
    } else if (event.key === 'Backspace' && event.target.value === '' && isEmptyLine(line) && lines.length > 1) {
      event.preventDefault();
      remove(line);
    }
  };

  return (
    <div className={styles.lines} ref={list}>
      <div className={styles.lineHead} aria-hidden="true">
        <span>{t('form.line.sku')}</span>
        <span>{t('form.line.title')}</span>
        <span>{t('form.line.quantity')}</span>
        <span>{t('form.line.price')}</span>
        <span className={styles.right}>{t('form.line.total')}</span>
      </div>
      {lines.map((line, at) => (
        <LineRow
          key={line.key}
          line={line}
          number={at + 1}
          total={amounts.lines.get(line.key)}
          faultOf={faultOf}
          products={products}
          onSku={(sku) => writes(line.key, sku)}
          onSkuDone={wrote}
          onTitle={namesByHand}
          onChange={(part) => change(line, part)}
          onRemove={() => remove(line)}
          onKey={(event) => keyed(event, line)}
        />
      ))}
      <div>
        <Button variant="quiet" icon={<IconPlus stroke={1.5} />} onClick={add}>
          {t('form.line.add')}
        </Button>
      </div>
    </div>
  );
}

interface LineRowProps {
  readonly line: EntryLine;
  readonly number: number;
  readonly total: ReturnType<EntryAmounts['lines']['get']>;
  readonly faultOf: (field: EntryField) => string | null;
  readonly products: readonly Product[];
  readonly onSku: (sku: string) => void;
  readonly onSkuDone: () => void;
  readonly onTitle: () => void;
  readonly onChange: (part: Partial<EntryLine>) => void;
  readonly onRemove: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

function LineRow({
  line,
  number,
  total,
  faultOf,
  products,
  onSku,
  onSkuDone,
  onTitle,
  onChange,
  onRemove,
  onKey,
}: LineRowProps) {
  const {t} = useTranslation('orders');
  const named = (word: string): string => t('form.line.of', {word, number});
  return (
    // The keys are those of the fields within.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.line} data-line={line.key} onKeyDown={onKey}>
      <SuggestField
        label={named(t('form.line.sku'))}
        hideLabel
        value={line.sku}
        maxLength={80}
        error={faultOf(`${line.key}.sku`)}
        onChange={(sku) => {
          onSku(sku);
          onChange({sku});
        }}
        onBlur={onSkuDone}
        suggestions={productsLike(line.sku, products).map(({sku, title}) => ({id: sku, label: sku, hint: title}))}
        onChoose={(sku) => {
          const chosen = products.find((product) => product.sku === sku);
          if (chosen) onChange({sku, title: chosen.title});
        }}
      />
      <TextField
        label={named(t('form.line.title'))}
        hideLabel
        value={line.title}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => {
          onTitle();
          onChange({title: event.currentTarget.value});
        }}
      />
      <TextField
        label={named(t('form.line.quantity'))}
        hideLabel
        value={line.quantity}
        maxLength={12}
        inputMode="numeric"
        autoComplete="off"
        error={faultOf(`${line.key}.quantity`)}
        onChange={(event) => onChange({quantity: event.currentTarget.value})}
      />
      <TextField
        label={named(t('form.line.price'))}
        hideLabel
        value={line.price}
        maxLength={30}
        inputMode="decimal"
        autoComplete="off"
        error={faultOf(`${line.key}.price`)}
        onChange={(event) => onChange({price: event.currentTarget.value})}
      />
      <span className={styles.lineTotal}>
        <Money amount={total?.ok ? total.value : null} />
      </span>
      <IconButton label={t('form.line.remove', {number})} icon={<IconTrash stroke={1.5} />} onClick={onRemove} />
    </div>
  );
}

function focusLine(list: HTMLElement | null, key: number): void {
  list?.querySelector<HTMLInputElement>(`[data-line="${key}"] input`)?.focus();
}
