import {Tooltip as MantineTooltip} from '@mantine/core';
import type {ReactElement} from 'react';
import {KeyCaps} from './key-caps.tsx';
import styles from './tooltip.module.css';

interface TooltipProps {
  readonly label: string;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly children: ReactElement;
}

/** What a part is called, and its key. It repeats what the part says to a screen reader, so it adds no description. */
export function Tooltip({label, keys, side = 'top', children}: TooltipProps) {
  const content = (
    <span className={styles.content}>
      {label}
      {keys === undefined ? null : <KeyCaps keys={keys} />}
    </span>
  );
  return (
    <MantineTooltip aria-hidden label={content} position={side} classNames={{tooltip: styles.tooltip}}>
      {children}
    </MantineTooltip>
  );
}
