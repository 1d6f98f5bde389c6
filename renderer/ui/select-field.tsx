import {Select} from '@mantine/core';
import {useTranslation} from 'react-i18next';
import {fieldClasses} from './field-classes.ts';
import styles from './field.module.css';

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: string;
  readonly error?: string | null;
  readonly options: readonly {readonly value: Value; readonly label: string}[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** For long lists: what is typed narrows them. */
  readonly searchable?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
}

/** One of a list of words. A value once chosen can be changed, not taken away. */
export function SelectField<Value extends string>({
  label,
  hideLabel = false,
  hint,
  error,
  options,
  value,
  onChange,
  searchable = false,
  disabled = false,
  placeholder,
}: SelectFieldProps<Value>) {
  const {t} = useTranslation('ui');
  return (
    <Select
      {...(hideLabel ? {'aria-label': label} : {label})}
      description={hint}
      error={error}
      data={options.map((option) => ({...option}))}
      value={value}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option) onChange(option.value);
      }}
      allowDeselect={false}
      searchable={searchable}
      disabled={disabled}
      placeholder={placeholder}
      nothingFoundMessage={t('select.nothing')}
      withScrollArea={false}
      // Stays beside its field in the order of the page; fixed, so that no scrolling part around it cuts it off.
      // A long list is drawn when it is asked for, not with the page.
      comboboxProps={{withinPortal: false, floatingStrategy: 'fixed', keepMounted: !searchable}}
      classNames={{
        ...fieldClasses,
        dropdown: styles.dropdown ?? '',
        options: styles.options ?? '',
        option: styles.option ?? '',
      }}
    />
  );
}
