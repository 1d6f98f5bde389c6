import {dialog} from 'electron';
import type {Chooser} from './scales.ts';
import type {Windows} from './windows.ts';
import type {Words} from './words.ts';

/** Asks in a dialog of the system which device is the scale. */
export function scaleChooser({windows, words}: {readonly windows: Windows; readonly words: () => Words}): Chooser {
  return {
    choose: async (names) => {
      const {title, cancel} = words().scale;
      const options = {message: title, buttons: [...names, cancel], cancelId: names.length, noLink: true};
      const front = windows.front();
      const {response} = await (front ? dialog.showMessageBox(front, options) : dialog.showMessageBox(options));
      return response < names.length ? response : undefined;
    },
  };
}
