import {useEffect} from 'react';
import {useTranslation} from 'react-i18next';
import {useLocation} from 'wouter';
import type {MenuCommand} from '#core/shell/contract.ts';
import {languages} from '../words/language.ts';
import {actions} from '../keys/actions.ts';
import {useScheme} from '../theme/scheme.ts';
import {useDesktopCheck} from './desktop-check.ts';
import {desktop} from './desktop.ts';

/** Actions that the desktop's menu stands for. */
const actionOf: Readonly<Record<Exclude<MenuCommand, 'checkDesktop'>, string>> = {
  palette: 'app.palette',
  search: 'orders.search',
  keys: 'app.keys',
  settings: 'go.settings',
  undo: 'app.undo',
};

/** Keeps the desktop's menu and theme in step with the page, and does what the menu asks. */
export function DesktopBridge() {
  const {i18n} = useTranslation();
  const theme = useScheme((state) => state.choice);
  const [, go] = useLocation();
  const language = languages.find((each) => each === i18n.language);

  useEffect(() => {
    void desktop?.call('theme.set', {theme});
  }, [theme]);
  useEffect(() => {
    if (language) void desktop?.call('shell.language', {language});
  }, [language]);
  useEffect(
    () =>
      desktop?.on((event) => {
        if (event.event !== 'menu.command') return;
        const {command} = event;
        if (command === 'checkDesktop') {
          go('/settings');
          void useDesktopCheck.getState().run();
          return;
        }
        const action = actions.available().find(({id}) => id === actionOf[command]);
        action?.run();
      }),
    [go],
  );
  return null;
}
