import {type ReactNode, useId} from 'react';
import {useTranslation} from 'react-i18next';
import {Button} from './button.tsx';
import {Dialog} from './dialog.tsx';
import styles from './sheet.module.css';

interface FormDialogProps {
  readonly title: string;
  /** The verb that acts, as does Enter in a field. */
  readonly act: string;
  readonly onAct: () => void;
  readonly onClose: () => void;
  /** What the other verb does, where that is not to close. */
  readonly otherwise?: {readonly words: string; readonly run: () => void};
  readonly tall?: boolean;
  readonly width?: number;
  /** How its fields are laid out, where that is not one below the other. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A dialog that asks for something in fields. Whoever opens one calls `useKeys('dialog', ...)`. */
export function FormDialog({title, act, onAct, onClose, otherwise, className, children, ...shape}: FormDialogProps) {
  const {t} = useTranslation('ui');
  const formId = useId();
  return (
    <Dialog
      title={title}
      opened
      onClose={onClose}
      actions={
        <>
          <Button onClick={otherwise ? otherwise.run : onClose}>{otherwise ? otherwise.words : t('cancel')}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {act}
          </Button>
        </>
      }
      {...shape}
    >
      <form
        id={formId}
        className={className ?? styles.asked}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onAct();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
