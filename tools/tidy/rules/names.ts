import {must} from '#core/lib/assert.ts';
import {findingAt, isScript, type Finding, type Rule, type SourceFile} from '../source-file.ts';
import {tokensOf} from '../tokens.ts';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const signboards = /^(README|CONTRIBUTING|CHANGELOG)\.md$|^LICENSE$/;
const empty = ['util', 'utils', 'helper', 'helpers', 'manager', 'service'];

/** Files are kebab-case and named after what they export, never after a drawer one throws things into. */
export const fileNames: Rule = {
  name: 'file-names',
  check: (files) =>
    files.flatMap((file) => {
      const says = complaint(file.path);
      return says ? [findingAt('file-names', file, 0, says)] : [];
    }),
};

function complaint(path: string): string | null {
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (file.startsWith('.') || signboards.test(file)) return null;
  if (!kebab.test(file)) return 'File names are kebab-case.';
  const stem = must(file.split('.')[0], 'split gives at least one part');
  if (stem === 'index' && isScript(path)) return 'No index file: import the file that has what you need.';
  const word = must(stem.split('-').at(-1), 'split gives at least one part');
  return isScript(path) && empty.includes(word) ? `"${word}" says nothing: name the file after what it exports.` : null;
}

// What a tool loads by its path, and takes the default export of: configurations and test reporters.
const loadedByPath = /\.(config|vite)\.(ts|mjs)$|^tools\/run\/unit-report\.mjs$/;

/** Declarations this code base does without: default exports, enums, interfaces that begin with I. */
export const declarations: Rule = {
  name: 'declarations',
  check: (files) => files.flatMap(check),
};

function check(file: SourceFile): Finding[] {
  const tokens = tokensOf(file);
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'name' || tokens[index - 1]?.text === '.') return [];
    const [next, after] = [tokens[index + 1], tokens[index + 2]];
    const isDefault = next?.text === 'default' && (token.text === 'export' || token.text === 'as');
    if (isDefault && !loadedByPath.test(file.path)) {
      return [findingAt('declarations', file, token.start, 'No default exports: a thing has one name everywhere.')];
    }
    if (token.text === 'enum' && next?.kind === 'name' && after?.text === '{') {
      return [findingAt('declarations', file, token.start, 'No enums: a union of strings, or a table as const.')];
    }
    if (token.text === 'interface' && next?.kind === 'name' && /^I[A-Z][a-z]/.test(next.text)) {
      return [findingAt('declarations', file, next.start, 'No I before an interface: name what it is.')];
    }
    return [];
  });
}
