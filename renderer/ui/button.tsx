import type {ComponentPropsWithRef, ReactNode} from 'react';
import {KeyCaps} from './key-caps.tsx';
import {ariaKeys} from './key-names.ts';
import {Tooltip} from './tooltip.tsx';
import styles from './button.module.css';

type Native = Omit<ComponentPropsWithRef<'button'>, 'className' | 'style'>;

interface ButtonProps extends Native {
  /** `primary` at most once on a screen; `danger` where paper, money or other people are touched; `quiet` has no border. */
  readonly variant?: 'plain' | 'quiet' | 'primary' | 'danger';
  readonly icon?: ReactNode;
  /** Its key as declared, drawn after the word. The key itself is bound with `useKeys`. */
  readonly keys?: string | undefined;
  readonly children: ReactNode;
}

/** Its word is a verb. */
export function Button({variant = 'plain', icon, keys, children, type = 'button', ...rest}: ButtonProps) {
  return (
    <button {...rest} type={type} className={styles.button} data-variant={variant} {...shortcut(keys)}>
      {icon}
      <span className={styles.word}>{children}</span>
      {keys === undefined ? null : <KeyCaps keys={keys} />}
    </button>
  );
}

interface IconButtonProps extends Omit<Native, 'children' | 'aria-label'> {
  readonly label: string;
  readonly icon: ReactNode;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
}

/** A button whose word stands in the tooltip. */
export function IconButton({label, icon, keys, side = 'bottom', type = 'button', ...rest}: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys} side={side}>
      <button {...rest} type={type} className={styles.icon} aria-label={label} {...shortcut(keys)}>
        {icon}
      </button>
    </Tooltip>
  );
}

function shortcut(keys: string | undefined) {
  const aria = keys === undefined ? null : ariaKeys(keys);
  return aria === null ? {} : {'aria-keyshortcuts': aria};
}
