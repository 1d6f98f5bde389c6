import {findingAt, type Rule} from '../source-file.ts';

const linesMax = 400;

export const fileLength: Rule = {
  name: 'file-length',
  check: (files) =>
    files.flatMap((file) => {
      if (!/\.(ts|tsx|css|mjs)$/.test(file.path)) return [];
      const lines = file.text.replace(/\n$/, '').split('\n').length;
      const says = `${lines} lines: one idea fits in ${linesMax}, so this file holds more than one.`;
      return lines > linesMax ? [findingAt('file-length', file, 0, says)] : [];
    }),
};
