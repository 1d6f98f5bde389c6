import {app, nativeTheme} from 'electron';
import {join} from 'node:path';
import {shellLanguages, themes, type ShellLanguage, type Theme} from '#core/shell/contract.ts';
import {object, oneOf} from '#core/lib/shape.ts';
import {remembered} from './remembered.ts';
import {nearestLanguage, type Words, wordsOf} from './words.ts';

const lookShape = object({theme: oneOf(themes), language: oneOf(shellLanguages)});

/** What must be right before the first page can say it: otherwise a window flashes white and a menu speaks English. */
export interface Look {
  language(): ShellLanguage;
  words(): Words;
  setLanguage(language: ShellLanguage): void;
  setTheme(theme: Theme): void;
  /** The ground of a window until its page is drawn. */
  background(): string;
}

/** Only once the application is ready: before, the system's language and theme are not known. */
export function rememberedLook(): Look {
  const memory = remembered(join(app.getPath('userData'), 'look.json'), lookShape, {
    theme: 'system',
    language: nearestLanguage(app.getLocale()),
  });
  nativeTheme.themeSource = memory.get().theme;

  return {
    language: () => memory.get().language,
    words: () => wordsOf(memory.get().language),
    setLanguage: (language) => memory.set({...memory.get(), language}),
    setTheme(theme) {
      nativeTheme.themeSource = theme;
      memory.set({...memory.get(), theme});
    },
    background: () => (nativeTheme.shouldUseDarkColors ? '#14181a' : '#ffffff'),
  };
}
