import {Checkbox, Switch} from '@mantine/core';
import styles from './field.module.css';

interface CheckFieldProps {
  readonly label: string;
  /** Only heard, not drawn: where the head of a table says it. */
  readonly hideLabel?: boolean;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

const classNames = {label: styles.choice ?? '', description: styles.hint ?? '', body: styles.choiceBody ?? ''};

/** Takes effect when what it belongs to is confirmed. */
export function CheckField({label, hideLabel = false, hint, checked, onChange, disabled = false}: CheckFieldProps) {
  return (
    <Checkbox
      {...(hideLabel ? {'aria-label': label} : {label})}
      description={hint}
      checked={checked}
      disabled={disabled}
      size="16px"
      radius="var(--radius-small)"
      onChange={(event) => onChange(event.currentTarget.checked)}
      classNames={classNames}
    />
  );
}

/** Takes effect at once. */
export function SwitchField({label, hint, checked, onChange, disabled = false}: CheckFieldProps) {
  return (
    <Switch
      label={label}
      description={hint}
      checked={checked}
      disabled={disabled}
      size="xs"
      radius="xl"
      withThumbIndicator={false}
      onChange={(event) => onChange(event.currentTarget.checked)}
      classNames={{...classNames, track: styles.track ?? ''}}
    />
  );
}
