/** One text file of the tree; `path` is relative to its root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One place that breaks a rule, and a sentence a colleague can act on. `line` counts from 1. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly says: string;
}

/** Pure: given all files, everything that breaks it. `name` is what findings carry. */
export interface Rule {
  readonly name: string;
  readonly check: (files: readonly SourceFile[]) => Finding[];
}

/** A finding of `rule` at character `start` of `file`. */
export function findingAt(rule: string, file: SourceFile, start: number, says: string): Finding {
  return {path: file.path, line: lineAt(file.text, start), rule, says};
}

function lineAt(text: string, start: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

export function isScript(path: string): boolean {
  return /\.(ts|tsx|mts|mjs|cjs|js)$/.test(path);
}

/** Code that only tests run: what it may import, the product may not. */
export function isTestCode(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path) || /^(core|renderer|electron|cloud)\/(.*\/)?testing\//.test(path);
}

/** The room a file stands in: its first folder, or the empty string at the root. */
export function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}
