import {TextInput, type TextInputProps, Textarea, type TextareaProps} from '@mantine/core';
import type {ReactNode} from 'react';
import {fieldClasses} from './field-classes.ts';

interface FieldProps {
  /** What is asked; drawn above, or only heard where the place says it (`hideLabel`). */
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: string;
  /** Why the value cannot stay so, and what would do. */
  readonly error?: string | null;
}

type TextNative =
  | 'value'
  | 'onChange'
  | 'onBlur'
  | 'onKeyDown'
  | 'placeholder'
  | 'disabled'
  | 'maxLength'
  | 'name'
  | 'ref';

interface TextFieldProps
  extends FieldProps, Pick<TextInputProps, TextNative | 'type' | 'inputMode' | 'autoComplete' | 'max'> {
  readonly icon?: ReactNode;
}

/** One line of text. */
export function TextField({label, hideLabel = false, hint, error, icon, ...rest}: TextFieldProps) {
  return (
    <TextInput
      {...rest}
      {...(hideLabel ? {'aria-label': label} : {label})}
      description={hint}
      error={error}
      leftSection={icon}
      classNames={fieldClasses}
    />
  );
}

interface TextAreaFieldProps extends FieldProps, Pick<TextareaProps, TextNative | 'readOnly'> {
  readonly rows?: number;
}

/** Several lines of text. */
export function TextAreaField({label, hideLabel = false, hint, error, rows = 3, ...rest}: TextAreaFieldProps) {
  return (
    <Textarea
      {...rest}
      {...(hideLabel ? {'aria-label': label} : {label})}
      rows={rows}
      description={hint}
      error={error}
      classNames={fieldClasses}
    />
  );
}
