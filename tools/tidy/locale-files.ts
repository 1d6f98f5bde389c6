import type {SourceFile} from './source-file.ts';

/** One file of words: `entries` maps dotted keys to what is read; a plural's forms are entries of their own. */
export interface LocaleFile {
  readonly file: SourceFile;
  readonly language: string;
  readonly feature: string;
  readonly entries: ReadonlyMap<string, string>;
}

export const sourceLanguage = 'en';

/** All of `assets/locales/<language>/<feature>.json`. Values that are no text, and files that are no JSON, come out empty. */
export function localeFiles(files: readonly SourceFile[]): LocaleFile[] {
  return files.flatMap((file) => {
    const place = /^assets\/locales\/([^/]+)\/([^/]+)\.json$/.exec(file.path);
    if (!place) return [];
    const entries = new Map(flatten(parsed(file.text), []));
    return [{file, language: place[1] ?? '', feature: place[2] ?? '', entries}];
  });
}

/** Where a key stands in its file, as a character index; 0 when it cannot be told. */
export function placeOfKey(file: SourceFile, key: string): number {
  const whole = file.text.indexOf(`"${key}"`);
  if (whole !== -1) return whole;
  let at = 0;
  for (const segment of key.split('.')) at = Math.max(at, file.text.indexOf(`"${segment}"`, at));
  return at;
}

/** What a text is filled with: the names inside `{{ }}`, without formats. */
export function variablesOf(text: string): string[] {
  return [...text.matchAll(/\{\{-?\s*([^\s,}]+)[^}]*\}\}/g)].map((match) => match[1] ?? '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function flatten(value: unknown, path: readonly string[]): [string, string][] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => flatten(inner, [...path, key]));
  }
  return [[path.join('.'), typeof value === 'string' ? value : '']];
}
