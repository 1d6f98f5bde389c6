import type {SourceFile} from './source-file.ts';
import {tokensOf, type Token} from './tokens.ts';

/** One place where a file names another: `value` runs it, `type` is erased before anything runs, `url` only points at it. */
export interface Import {
  readonly kind: 'value' | 'type' | 'url';
  readonly specifier: string;
  readonly start: number;
}

const cache = new WeakMap<SourceFile, readonly Import[]>();

/**
 * Every import of a file, in order: static, `import type`, for side effects, `export ... from`, `import('x')` as a call
 * and inside a type, `require('x')`, `new URL('./x', import.meta.url)` and `/// <reference types="x" />`.
 * Names inside comments, strings and templates are not imports.
 */
export function importsOf(file: SourceFile): readonly Import[] {
  const known = cache.get(file);
  if (known) return known;
  const found = [...references(file), ...imports(tokensOf(file))].sort((a, b) => a.start - b.start);
  cache.set(file, found);
  return found;
}

function references(file: SourceFile): Import[] {
  return [...file.text.matchAll(/^\/\/\/\s*<reference\s+(?:types|lib|path)\s*=\s*["']([^"']+)["']/gm)].map((match) => ({
    kind: 'type',
    specifier: match[1] ?? '',
    start: match.index,
  }));
}

function imports(tokens: readonly Token[]): Import[] {
  const found: Import[] = [];
  tokens.forEach((token, index) => {
    if (token.kind !== 'name' || isMember(tokens, index)) return;
    if (token.text === 'import') found.push(...importAt(tokens, index));
    if (token.text === 'export') found.push(...exportAt(tokens, index));
    if (token.text === 'require') found.push(...requireAt(tokens, index));
    if (token.text === 'URL') found.push(...urlAt(tokens, index));
  });
  return found;
}

function importAt(tokens: readonly Token[], index: number): Import[] {
  const next = tokens[index + 1];
  if (next?.text === '.' && next.kind === 'punctuation') return [];
  if (isPunctuation(next, '(')) return specifierAt(tokens, index + 2, isTypeQuery(tokens, index) ? 'type' : 'value');
  if (isString(next)) return specifierAt(tokens, index + 1, 'value');
  // `import type from 'x'` and `import type, {y} from 'x'` import a value that is called type.
  const after = tokens[index + 2];
  const isType =
    next?.text === 'type' && !(after?.text === 'from' && isString(tokens[index + 3])) && after?.text !== ',';
  return fromClause(tokens, index + 1, isType ? 'type' : 'value');
}

function exportAt(tokens: readonly Token[], index: number): Import[] {
  const isType = tokens[index + 1]?.text === 'type';
  const opening = index + (isType ? 2 : 1);
  if (isPunctuation(tokens[opening], '*')) return fromClause(tokens, opening, isType ? 'type' : 'value');
  if (!isPunctuation(tokens[opening], '{')) return [];
  const closing = tokens.findIndex((token, at) => at > opening && isPunctuation(token, '}'));
  if (closing === -1 || tokens[closing + 1]?.text !== 'from') return [];
  return specifierAt(tokens, closing + 2, isType ? 'type' : 'value');
}

function requireAt(tokens: readonly Token[], index: number): Import[] {
  const next = tokens[index + 1];
  if (isPunctuation(next, '(')) return specifierAt(tokens, index + 2, 'value');
  const resolves =
    isPunctuation(next, '.') && tokens[index + 2]?.text === 'resolve' && isPunctuation(tokens[index + 3], '(');
  return resolves ? specifierAt(tokens, index + 4, 'value') : [];
}

function urlAt(tokens: readonly Token[], index: number): Import[] {
  const tail = tokens.slice(index + 3, index + 9).map((token) => token.text);
  const ofThisModule = tail.join('') === ',import.meta.url';
  return tokens[index - 1]?.text === 'new' && ofThisModule ? specifierAt(tokens, index + 2, 'url') : [];
}

/** `typeof import('x')` and `import('x').Name` are types; awaited, called back or chained they run. */
function isTypeQuery(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before?.text === 'typeof') return true;
  if (before?.text === 'await') return false;
  const member = isPunctuation(tokens[index + 4], '.') ? tokens[index + 5]?.text : undefined;
  return member !== undefined && !['then', 'catch', 'finally'].includes(member);
}

/** The string after the next `from`, within one statement. */
function fromClause(tokens: readonly Token[], index: number, kind: Import['kind']): Import[] {
  for (let at = index; at < tokens.length && !isPunctuation(tokens[at], ';'); at++) {
    if (tokens[at]?.text === 'from' && isString(tokens[at + 1])) return specifierAt(tokens, at + 1, kind);
    // `import x = require('x')`: found where require stands.
    if (isPunctuation(tokens[at], '=')) return [];
  }
  return [];
}

function specifierAt(tokens: readonly Token[], index: number, kind: Import['kind']): Import[] {
  const token = tokens[index];
  return token && isString(token) ? [{kind, specifier: token.text, start: token.start}] : [];
}

function isMember(tokens: readonly Token[], index: number): boolean {
  return isPunctuation(tokens[index - 1], '.') || isPunctuation(tokens[index - 1], '?.');
}

function isString(token: Token | undefined): boolean {
  return token?.kind === 'string' || token?.kind === 'template';
}

function isPunctuation(token: Token | undefined, text: string): boolean {
  return token?.kind === 'punctuation' && token.text === text;
}
