/**
 * What Stryker's walk through a program says of a node.
 * @typedef {object} Place
 * @property {{readonly type: string, readonly callee?: {readonly type: string, readonly name?: string}} | undefined} parent
 * @property {string | number | null} key
 * @property {string | undefined} [listKey]
 */

/** Where the calls that state what cannot be otherwise have their words. */
const wordsAt = new Map([
  ['assert', 1],
  ['must', 1],
]);

/** The words of an assertion are for whoever finds a bug: no test asks for them, so no fault is planted there. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'assertion-messages',
    value: {
      /** @param {Place} place */
      shouldIgnore({parent, key, listKey}) {
        const {type, name = ''} = parent?.type === 'CallExpression' ? (parent.callee ?? {type: ''}) : {type: ''};
        const isWords = type === 'Identifier' && listKey === 'arguments' && wordsAt.get(name) === key;
        return isWords ? 'the words of an assertion' : undefined;
      },
    },
  },
];
