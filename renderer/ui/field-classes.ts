import styles from './field.module.css';

/** Our density and colours for every part of Mantine that is an input. */
export const fieldClasses = {
  wrapper: styles.wrapper ?? '',
  input: styles.input ?? '',
  section: styles.section ?? '',
  label: styles.label ?? '',
  description: styles.hint ?? '',
  error: styles.error ?? '',
};
