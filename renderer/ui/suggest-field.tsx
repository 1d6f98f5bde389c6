import {Combobox, TextInput, useCombobox} from '@mantine/core';
import {useState} from 'react';
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
  const [wanted, setWanted] = useState(false);
  // With nothing to offer it is closed: Escape then belongs to whatever stands around it.
  const opened = wanted && suggestions.length > 0;
  const combobox = useCombobox({
    opened,
    onOpenedChange: setWanted,
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      floatingStrategy="fixed"
      keepMounted={false}
      classNames={{
        dropdown: styles.dropdown ?? '',
        options: styles.options ?? '',
        option: styles.option ?? '',
      }}
      onOptionSubmit={(id) => {
        setWanted(false);
        onChoose(id);
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...(hideLabel ? {'aria-label': label} : {label})}
          role="combobox"
          aria-expanded={opened}
          aria-controls={opened ? (combobox.listId ?? undefined) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          value={value}
          maxLength={maxLength}
          error={error}
          classNames={fieldClasses}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            combobox.resetSelectedOption();
            setWanted(true);
          }}
          onBlur={() => {
            setWanted(false);
            onBlur?.();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
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
