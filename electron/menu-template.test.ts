import type {MenuItemConstructorOptions} from 'electron';
import {describe, expect, it} from 'vitest';
import {menuTemplate, type MenuOptions} from './menu-template.ts';
import {wordsOf} from './words.ts';

function menu(options: Partial<MenuOptions>): {labels: string[]; click: (label: string) => void; done: string[]} {
  const done: string[] = [];
  const template = menuTemplate(
    {words: wordsOf('en').menu, platform: 'linux', withDeveloperTools: false, ...options},
    {tell: (command) => done.push(command), newWindow: () => done.push('window'), startAgain: () => done.push('again')},
  );
  const items = template.flatMap((top) => [top, ...((top.submenu as MenuItemConstructorOptions[] | undefined) ?? [])]);
  const click = (label: string): void => {
    const item = items.find((candidate) => candidate.label === label);
    (item?.click as (() => void) | undefined)?.();
  };
  return {labels: items.flatMap((item) => item.label ?? []), click, done};
}

describe('the menu', () => {
  it('speaks the language of the person', () => {
    const english = menu({}).labels;
    const chinese = menu({words: wordsOf('zh-CN').menu}).labels;

    expect(chinese).toHaveLength(english.length);
    expect(chinese.filter((label) => !/\p{Script=Han}|Tradewind/u.test(label))).toEqual([]);
  });

  it('hands what the page can do to the page, and does the rest itself', () => {
    const {click, done} = menu({});
    for (const label of ['Keyboard shortcuts', 'Check this desktop', 'New window', 'Start this window again'])
      click(label);

    expect(done).toEqual(['keys', 'checkDesktop', 'window', 'again']);
  });

  it('shows developer tools to developers only', () => {
    const hasTools = (withDeveloperTools: boolean): boolean =>
      menu({withDeveloperTools}).labels.includes('Developer tools');

    expect([hasTools(true), hasTools(false)]).toEqual([true, false]);
  });

  it('offers settings and the way out once on every system', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const labels = menu({platform}).labels;
      expect(labels.filter((label) => ['Settings…', 'Quit Tradewind', 'About Tradewind'].includes(label))).toHaveLength(
        3,
      );
    }
  });
});
