import {Combobox, TextInput, useCombobox} from '@mantine/core';
import {fieldClasses} from './field-classes.ts';
import styles from './field.module.css';

export interface Suggestion {
  readonly id: string;
  readonly label: string;
  /** What tells it from its namesakes, said quietly. */
  readonly hint?: string;
}

interface SuggestFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly error?: string | null;
  readonly value: string;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
  /** What is known and fits what is written so far, the likeliest first; a dozen at most. */
  readonly suggestions: readonly Suggestion[];
  readonly onChoose: (id: string) => void;
  /** The field was left. */
  readonly onBlur?: () => void;
}

/** One line of free text; what is known already is offered beneath it. */
export function SuggestField({
  label,
  hideLabel = false,
  error,
  value,
  maxLength,
  onChange,
  suggestions,
  onChoose,
  onBlur,
}: SuggestFieldProps) {
  const combobox = useCombobox({onDropdownClose: () => combobox.resetSelectedOption()});
  const hasAny = suggestions.length > 0;
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      floatingStrategy="fixed"
      classNames={{
        dropdown: styles.dropdown ?? '',
        options: styles.options ?? '',
        option: styles.option ?? '',
      }}
      onOptionSubmit={(id) => {
        combobox.closeDropdown();
        onChoose(id);
      }}
    >
      <Combobox.Target>
        <TextInput
          {...(hideLabel ? {'aria-label': label} : {label})}
          role="combobox"
          aria-expanded={combobox.dropdownOpened && hasAny}
          aria-autocomplete="list"
          autoComplete="off"
          value={value}
          maxLength={maxLength}
          error={error}
          classNames={fieldClasses}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            combobox.resetSelectedOption();
            combobox.openDropdown();
          }}
          onBlur={() => {
            combobox.closeDropdown();
            onBlur?.();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!hasAny}>
        <Combobox.Options aria-label={label}>
          {suggestions.map(({id, label: word, hint}) => (
            <Combobox.Option key={id} value={id}>
              <span>{word}</span>
              {hint === undefined ? null : <span className={styles.optionHint}>{hint}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
