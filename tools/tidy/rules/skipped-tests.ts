import {findingAt, type Finding, type Rule, type SourceFile} from '../source-file.ts';
import {tokensOf, type Token} from '../tokens.ts';

const reasons = ['no Electron', 'no shared data', 'no Debian package'];
const subjects = ['test', 'it', 'describe', 'suite', 'bench', 'context', 'ctx', 'task', 'step'];
const never = ['only', 'todo', 'fixme', 'fails', 'fail'];
const sometimes = ['skip', 'skipIf', 'runIf'];

/** A test runs, or says which of the three things it lacks; no test ever runs alone. */
export const skippedTests: Rule = {
  name: 'skipped-tests',
  check: (files) => files.flatMap(check),
};

function check(file: SourceFile): Finding[] {
  const tokens = tokensOf(file);
  return tokens.flatMap((token, index) => {
    const word = wordAfterSubject(tokens, index);
    if (!word) return [];
    if (never.includes(word.text)) {
      return [
        findingAt('skipped-tests', file, token.start, `A test is written whole or not at all: no .${word.text}.`),
      ];
    }
    if (!sometimes.includes(word.text) || isExcused(tokens, index)) return [];
    const says = `A test is skipped only for one of these: ${reasons.join(', ')}; and it says so.`;
    return [findingAt('skipped-tests', file, token.start, says)];
  });
}

/** `only` of `test.only`, and of `test.describe.only`. */
function wordAfterSubject(tokens: readonly Token[], index: number): Token | null {
  const token = tokens[index];
  if (token?.kind !== 'name' || !subjects.includes(token.text)) return null;
  const word = tokens[index + 2];
  return tokens[index + 1]?.text === '.' && word?.kind === 'name' ? word : null;
}

/** The reason is a text of the same statement: the argument of the skip, or the name of the test it guards. */
function isExcused(tokens: readonly Token[], index: number): boolean {
  for (let at = index; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.text === ';' || token?.text === '{') return false;
    const isText = token?.kind === 'string' || token?.kind === 'template';
    if (isText && reasons.some((reason) => token.text.includes(reason))) return true;
  }
  return false;
}
