import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {describeProduct, factsOf} from '#core/catalog/mutators.ts';
import {productsOfSkus} from '#core/catalog/queries.ts';
import type {Product, ProductFacts} from '#core/catalog/schema.ts';
import {useData, useQuery} from '../data/use-data.ts';
import {useKeys} from '../keys/use-keys.ts';
import {useDeeds} from '../undo/use-deeds.ts';
import {Dialog} from '../../ui/dialog.tsx';
import {FormDialog} from '../../ui/form-dialog.tsx';
import styles from '../../ui/sheet.module.css';
import {TextField} from '../../ui/text-field.tsx';
import {type ProductText, readProduct, textOf} from './product-text.ts';

interface ProductDialogProps {
  readonly sku: string;
  /** What orders call it. */
  readonly title: string;
  readonly onClose: () => void;
}

/** What a seller tells of a product: where it lies, what it weighs, what customs asks. Shared by every page that misses some of it. */
export function ProductDialog({sku, title, onClose}: ProductDialogProps) {
  const {t} = useTranslation('catalog');
  const found = useQuery(productsOfSkus, {skus: [sku]});
  useKeys('dialog', []);
  if (!found) return null;
  const known = {sku, title, ...found[0]};
  if (sku.length <= skuMost) return <ProductForm product={known} onClose={onClose} />;
  return (
    <Dialog title={known.title || sku} opened onClose={onClose}>
      <p>{t('product.withoutSku')}</p>
    </Dialog>
  );
}

/** What orders name by a title alone is no product that anything can be told of. */
const skuMost = 80;

type Known = ProductFacts & Pick<Product, 'sku' | 'title'>;

function ProductForm({product, onClose}: {readonly product: Known; readonly onClose: () => void}) {
  const {t} = useTranslation('catalog');
  const data = useData();
  const deeds = useDeeds();
  const [text, setText] = useState(() => textOf(factsOf(product)));
  const [tried, setTried] = useState(false);
  const read = readProduct(text);
  const field = (name: keyof ProductText, more: {readonly maxLength: number; readonly numeric?: true}) => (
    <TextField
      label={t(`product.${name}`)}
      hint={t(`product.hint.${name}`)}
      autoComplete="off"
      maxLength={more.maxLength}
      {...(more.numeric ? {inputMode: 'numeric' as const} : {})}
      value={text[name]}
      error={tried && read.wrong.includes(name) ? t(`product.wrong.${name}`) : null}
      onChange={(event) => setText({...text, [name]: event.currentTarget.value})}
    />
  );
  const save = async (): Promise<void> => {
    setTried(true);
    if (read.wrong.length > 0) return;
    onClose();
    deeds.did('catalog:product.did', [
      await data.mutate(describeProduct, {sku: product.sku, title: product.title, facts: read.facts}),
    ]);
  };
  return (
    <FormDialog
      title={product.title || product.sku}
      act={t('product.save')}
      onAct={() => void save()}
      onClose={onClose}
    >
      <p>{product.sku}</p>
      <div className={styles.pair}>
        {field('bin', {maxLength: 40})}
        {field('weightGrams', {maxLength: 7, numeric: true})}
      </div>
      <div className={styles.pair}>
        {field('hsCode', {maxLength: 14})}
        {field('origin', {maxLength: 2})}
      </div>
      {field('customsName', {maxLength: 200})}
    </FormDialog>
  );
}
