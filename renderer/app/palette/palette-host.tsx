import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Action, actions} from '../keys/actions.ts';
import {listenForKeys} from '../keys/key-listener.ts';
import {tellScan} from '../keys/scans.ts';
import {useSingleKeys} from '../keys/single-keys.ts';
import {useKeys} from '../keys/use-keys.ts';
import {useNotices} from '../frame/notices.ts';
import {useScheme} from '../theme/scheme.ts';
import {chooseLanguage} from '../words/words.ts';
import {KeysSheet} from './keys-sheet.tsx';
import {Palette} from './palette.tsx';

interface Opened {
  readonly what: 'palette' | 'keys';
  readonly offered: readonly Action[];
}

/** Stands once in each window: hears its keys, shows the palette and the sheet of keys, and has the actions of every page. */
export function PaletteHost() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const open = (what: Opened['what']) => setOpened({what, offered: actions.available()});

  useEffect(
    () =>
      listenForKeys({
        window,
        actions,
        singleKeys: () => useSingleKeys.getState().on,
        onScan: (_text, struck) => tellScan(struck),
      }),
    [],
  );
  useKeys('app', [
    action('app.palette', 'app:palette.open', 'Ctrl+K', () => open('palette')),
    action('app.keys', 'app:keys.open', '?', () => open('keys')),
    ...useWindowActions(),
  ]);

  if (opened?.what === 'palette') return <Palette offered={opened.offered} onClose={close} />;
  if (opened?.what === 'keys') return <KeysSheet offered={opened.offered} onClose={close} />;
  return null;
}

/** Undo, looks, language and keys: the same wherever one is. */
function useWindowActions(): readonly Action[] {
  const {i18n} = useTranslation();
  const {choice, choose} = useScheme();
  const {on, set} = useSingleKeys();
  const undo = useNotices((state) => state.current?.undo);
  const look = 'app:section.look';
  return [
    {...action('app.undo', 'app:undo', 'Ctrl+Z', () => undo?.onUndo()), when: () => undo !== undefined},
    {
      ...action('app.themeSystem', 'app:theme.system', undefined, () => choose('system'), look),
      when: () => choice !== 'system',
    },
    {
      ...action('app.themeLight', 'app:theme.light', undefined, () => choose('light'), look),
      when: () => choice !== 'light',
    },
    {
      ...action('app.themeDark', 'app:theme.dark', undefined, () => choose('dark'), look),
      when: () => choice !== 'dark',
    },
    {
      ...action('app.english', 'app:language.en', undefined, () => void chooseLanguage(i18n, 'en'), look),
      when: () => i18n.language !== 'en',
    },
    {
      ...action('app.chinese', 'app:language.zh', undefined, () => void chooseLanguage(i18n, 'zh-CN'), look),
      when: () => i18n.language !== 'zh-CN',
    },
    action('app.singleKeys', on ? 'app:keys.switchOff' : 'app:keys.switchOn', undefined, () => set(!on)),
  ];
}

function action(
  id: string,
  word: Action['word'],
  keys: string | undefined,
  run: () => void,
  section: Action['section'] = 'app:section.app',
): Action {
  return {id, word, section, run, ...(keys === undefined ? {} : {keys})};
}
