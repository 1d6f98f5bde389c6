import type {Dialog} from 'electron/main';
import {type DialogAnswer, type Host, note} from './host.ts';
import {loud} from './loud.ts';

type Name = DialogAnswer['dialog'];

/** `dialog`, answered from a queue; a dialog nobody expects throws. */
export function createDialog(host: Host, answers: DialogAnswer[]): object {
  function answer(dialog: Name, args: readonly unknown[]): object {
    note(host, `dialog.${dialog}`, args.at(-1));
    const next = answers.shift();
    if (next?.dialog === dialog) return next.answer;
    throw new Error(`The Electron stand-in met an unexpected dialog.${dialog} (expected ${next?.dialog ?? 'none'})`);
  }
  const later =
    (dialog: Name) =>
    async (...args: unknown[]): Promise<object> =>
      answer(dialog, args);

  return loud('dialog', {
    showSaveDialog: later('showSaveDialog'),
    showOpenDialog: later('showOpenDialog'),
    showMessageBox: later('showMessageBox'),
    showErrorBox: (title: string, content: string) => void answer('showErrorBox', [{title, content}]),
  } satisfies Record<Extract<keyof Dialog, Name>, unknown>);
}
