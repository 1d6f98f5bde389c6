import {IconSearch} from '@tabler/icons-react';
import {type KeyboardEvent, type Ref, memo} from 'react';
import {useTranslation} from 'react-i18next';
import {TextField} from '../../ui/text-field.tsx';
import styles from './orders.module.css';

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter, Escape and arrow down lead back to the list. */
  readonly onLeave: () => void;
  readonly ref: Ref<HTMLInputElement>;
}

const lengthMax = 200;

/** Drawn again only when it says something else: the list beside it is told anew at every letter. */
export const SearchField = memo(Field);

function Field({value, onChange, onLeave, ref}: SearchFieldProps) {
  const {t} = useTranslation('orders');
  const leave = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !['Enter', 'Escape', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') onChange('');
    onLeave();
  };
  return (
    <div className={styles.search}>
      <TextField
        ref={ref}
        label={t('search')}
        hideLabel
        type="search"
        placeholder={t('searchHint')}
        icon={<IconSearch size="1em" stroke={1.5} />}
        value={value}
        maxLength={lengthMax}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={leave}
      />
    </div>
  );
}
