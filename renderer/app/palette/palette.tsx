import {type KeyboardEvent, useId, useRef, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Dialog} from '../../ui/dialog.tsx';
import {KeyCaps} from '../../ui/key-caps.tsx';
import {type Action, keysOfAction} from '../keys/actions.ts';
import {quietMs} from '../keys/keys.ts';
import {useKeys} from '../keys/use-keys.ts';
import styles from './palette.module.css';
import {search} from './search.ts';

interface PaletteProps {
  /** What could be done when it was opened: the page below, not the palette itself. */
  readonly offered: readonly Action[];
  readonly onClose: () => void;
}

/** Every action by its name: type, choose with the arrows, Enter. */
export function Palette({offered, onClose}: PaletteProps) {
  const {t, i18n} = useTranslation('app');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const lastKeyMs = useRef(-Infinity);
  useKeys('dialog', []);

  const lines = offered
    .filter((action) => action.inPalette !== false)
    .map((action) => ({action, names: [i18n.t(action.word), i18n.t(action.word, {lng: 'en'})]}));
  const found = search(lines, typed);
  const at = Math.min(chosen, found.length - 1);

  function run(action: Action | undefined): void {
    if (!action) return;
    onClose();
    action.run();
  }

  function move(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    // A scanner that writes into the palette closes with Enter at once; it does not choose.
    const isScanner = event.timeStamp - lastKeyMs.current < quietMs;
    lastKeyMs.current = event.timeStamp;
    const to = {ArrowDown: at + 1, ArrowUp: at - 1}[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setChosen((to + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!isScanner) run(found[at]?.action);
    }
  }

  return (
    <Dialog bare title={t('palette.open')} opened onClose={onClose} width={560}>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
        aria-label={t('palette.open')}
        placeholder={t('palette.placeholder')}
        spellCheck={false}
        autoComplete="off"
        data-autofocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={move}
      />
      <div id={listId} className={styles.list} role="listbox" aria-label={t('palette.label')}>
        {found.map(({action, names: [name]}, index) => (
          // Its keys are those of the field above, which keeps the focus and names the chosen line.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={action.id}
            id={`${listId}-${index}`}
            ref={index === at ? scrollIntoSight : null}
            className={styles.line}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerMove={() => setChosen(index)}
            onClick={() => run(action)}
          >
            <span className={styles.name}>{name}</span>
            <span className={styles.section}>{i18n.t(action.section)}</span>
            <Keys action={action} />
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className={styles.nothing}>{t('palette.nothing')}</p> : null}
      <p className={styles.heard} role="status">
        {t('palette.found', {count: found.length})}
      </p>
    </Dialog>
  );
}

function Keys({action}: {readonly action: Action}) {
  const [keys] = keysOfAction(action);
  return keys === undefined ? null : <KeyCaps keys={keys} />;
}

function scrollIntoSight(line: HTMLElement | null): void {
  line?.scrollIntoView({block: 'nearest'});
}
