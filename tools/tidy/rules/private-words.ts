import {findingAt, isTestCode, type Rule} from '../source-file.ts';

interface Forbidden {
  readonly pattern: RegExp;
  readonly says: string;
  /** Tests may: somebody's home is what a test of hiding homes is about. */
  readonly inTests?: true;
}

const machine = 'A path of one machine: everything is found from where the file stands.';
const forbidden: readonly Forbidden[] = [
  {
    pattern:
      /\bregistry\.(npmjs|yarnpkg|npmmirror)\.[a-z]+|\b(npm\.pkg\.github|pypi|files\.pythonhosted|proxy\.golang|jsr)\.(com|org|io)\b/gi,
    says: 'The tree names no package registry: where packages come from is the affair of each machine.',
  },
  {pattern: /(?<![\w.~/*-])\/(work|root)\/[\w.~-]/g, says: machine},
  {pattern: /(?<![\w.~/*-])\/(home|Users)\/[\w.~-]|\b[A-Z]:\\{1,2}Users\b/g, says: machine, inTests: true},
  {
    pattern:
      /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bsk_live_\w{10,}|\bxox[baprs]-[\w-]{10,}/g,
    says: 'This looks like a secret; secrets never enter the tree.',
  },
];

/** Nothing in the tree depends on, or tells about, the machine it was written on. */
export const privateWords: Rule = {
  name: 'private-words',
  check: (files) =>
    files.flatMap((file) =>
      forbidden
        .filter((words) => !(words.inTests && isTestCode(file.path)))
        .flatMap(({pattern, says}) =>
          [...file.text.matchAll(pattern)].map((match) => findingAt('private-words', file, match.index, says)),
        ),
    ),
};
