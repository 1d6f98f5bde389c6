import {Modal} from '@mantine/core';
import {type ReactNode, useEffect, useRef} from 'react';
import {useTranslation} from 'react-i18next';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Verbs, the one that acts last; the first has the focus. Without any, a cross closes. */
  readonly actions?: ReactNode;
  /** Without a head; the title is only heard. For the palette. */
  readonly bare?: boolean;
  readonly width?: number;
  /** For forms as tall as the window: what is asked scrolls, head and verbs stay in sight. */
  readonly tall?: boolean;
}

/**
 * A question that has to be answered first: it keeps the focus and gives it back. Whoever opens one calls
 * `useKeys('dialog', ...)`, so that no key reaches what lies beneath.
 */
export function Dialog({
  title,
  opened,
  onClose,
  children,
  actions,
  bare = false,
  width = 480,
  tall = false,
}: DialogProps) {
  const {t} = useTranslation('ui');
  useFocusBack();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={width}
      title={title}
      withCloseButton={!bare && actions === undefined}
      closeButtonProps={{'aria-label': t('close'), size: 24}}
      yOffset={tall ? '4vh' : '12vh'}
      classNames={{
        content: [styles.content, tall && styles.tall].filter(Boolean).join(' '),
        header: (bare ? styles.heard : styles.head) ?? '',
        title: styles.title ?? '',
        body: (bare ? styles.bareBody : styles.body) ?? '',
        overlay: styles.veil ?? '',
      }}
    >
      {tall ? <div className={styles.asked}>{children}</div> : children}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </Modal>
  );
}

/** Gives the focus back to where it was: most dialogs are taken away while they are open, and nobody else would. */
function useFocusBack(): void {
  const before = useRef(document.activeElement);
  useEffect(() => {
    const {current} = before;
    return () => {
      if (current instanceof HTMLElement && current.isConnected) queueMicrotask(() => current.focus());
    };
  }, []);
}
