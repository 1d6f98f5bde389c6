import {posix} from 'node:path';
import type {SourceFile} from './source-file.ts';

/** Where an import leads: a file of this tree, one of Node's own modules, or an installed package by its name. */
export type Destination =
  | {readonly to: 'file'; readonly path: string}
  | {readonly to: 'node'; readonly name: string}
  | {readonly to: 'package'; readonly name: string};

/** Resolves by spelling alone; `?worker` and its like are no part of a path. */
export function destinationOf(file: SourceFile, specifier: string): Destination {
  const plain = specifier.replace(/\?.*$/, '');
  if (/^\.{1,2}(\/|$)/.test(plain)) return {to: 'file', path: posix.join(posix.dirname(file.path), plain)};
  if (plain.startsWith('#')) return {to: 'file', path: plain.slice(1)};
  if (plain.startsWith('node:')) return {to: 'node', name: plain.slice('node:'.length)};
  const segments = plain.split('/');
  return {to: 'package', name: segments.slice(0, plain.startsWith('@') ? 2 : 1).join('/')};
}
