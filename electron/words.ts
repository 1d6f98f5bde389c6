import type {ShellLanguage} from '#core/shell/contract.ts';
import english from '../assets/locales/en/desktop.json';
import chinese from '../assets/locales/zh-CN/desktop.json';

/** The words of the desktop itself: menus, dialogs, and the page shown when ours cannot be. */
export type Words = typeof english;

const wordsByLanguage: Readonly<Record<ShellLanguage, Words>> = {en: english, 'zh-CN': chinese};

export function wordsOf(language: ShellLanguage): Words {
  return wordsByLanguage[language];
}

/** The language nearest to what the system speaks, until the page says otherwise. */
export function nearestLanguage(systemLocale: string): ShellLanguage {
  return /^zh\b/i.test(systemLocale) ? 'zh-CN' : 'en';
}
