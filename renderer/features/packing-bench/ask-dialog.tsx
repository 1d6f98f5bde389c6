import {type FormEvent, useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {TextField} from '../../ui/text-field.tsx';

interface AskDialogProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly act: string;
  readonly first: string;
  /** What is wrong with it, or null. */
  readonly check: (text: string) => string | null;
  readonly onGive: (text: string) => void;
  readonly onClose: () => void;
}

/** Asks for one line of text: a code that cannot be scanned, who packs, when the carrier comes. */
export function AskDialog({title, label, hint, act, first, check, onGive, onClose}: AskDialogProps) {
  const {t} = useTranslation('bench');
  const formId = useId();
  const [text, setText] = useState(first);
  const [error, setError] = useState<string | null>(null);
  useKeys('dialog', []);
  const give = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = check(text.trim());
    setError(wrong);
    if (wrong !== null) return;
    onGive(text.trim());
    onClose();
  };
  return (
    <Dialog
      title={title}
      opened
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ask.cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId}>
            {act}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={give} noValidate>
        <TextField
          label={label}
          hint={hint}
          value={text}
          error={error}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
