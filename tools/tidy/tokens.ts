import {isScript, type SourceFile} from './source-file.ts';

/**
 * `string` and `template` carry what stands between the quotes; `words` is text between JSX tags; `attribute` is a
 * quoted JSX attribute. Comments and white space are gone.
 */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'template' | 'regex' | 'punctuation' | 'words' | 'attribute';
  readonly text: string;
  readonly start: number;
}

const cache = new WeakMap<SourceFile, readonly Token[]>();

/** The words of a TypeScript or JavaScript file, good enough for rules of style: it never fails, whatever it is given. */
export function tokensOf(file: SourceFile): readonly Token[] {
  const known = cache.get(file);
  if (known) return known;
  const tokens = isScript(file.path) ? tokenize(file.text, file.path.endsWith('x')) : [];
  cache.set(file, tokens);
  return tokens;
}

// A word after which a value starts: there a slash opens a regular expression and a `<` an element.
const beforeValue = new Set(
  'return typeof case in of delete void throw new else do await yield instanceof default'.split(' '),
);
const blank = /(?:\s|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))+/y;
const quoted = /'(?:[^'\\\n]|\\[^])*'?|"(?:[^"\\\n]|\\[^])*"?/y;
const name = /[#@]?[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const number = /\.?\d[\w.]*/y;
const regex = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const punctuation = /=>|\?\.(?!\d)|\.\.\.|\+\+|--|[^]/y;
const templateText = /(?:[^`\\$]|\\[^]|\$(?!\{))*/y;
const tagName = /[\p{ID_Start}$_][\p{ID_Continue}$.:-]*/uy;
const attributeText = /'[^']*'?|"[^"]*"?/y;
const words = /[^<{]*/y;

function tokenize(text: string, jsx: boolean): Token[] {
  const tokens: Token[] = [];
  let at = 0;

  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const add = (kind: Token['kind'], found: string, start: number): void => {
    tokens.push({kind, text: found, start});
  };
  const addPunctuation = (length: number): void => {
    add('punctuation', text.slice(at, at + length), at);
    at += length;
  };
  const valueComes = (): boolean => {
    const before = tokens.at(-1);
    if (!before) return true;
    if (before.kind === 'name') return beforeValue.has(before.text) && tokens.at(-2)?.text !== '.';
    return before.kind === 'punctuation' && !/^(\)|\]|\}|\+\+|--)$/.test(before.text);
  };

  /** Reads code up to the brace that closes it, or to the end. */
  const code = (): void => {
    for (let depth = 0; at < text.length;) {
      take(blank);
      const start = at;
      const next = text[at];
      if (next === undefined) return;
      if (next === '}' && depth-- === 0) return;
      if (next === '{') depth++;
      if (next === '"' || next === "'") add('string', take(quoted).slice(1, -1), start);
      else if (next === '`') template();
      else if (next === '<' && jsx && valueComes() && opensElement(text, at)) element();
      else if (next === '/' && valueComes() && take(regex)) add('regex', text.slice(start, at), start);
      else if (take(name)) add('name', text.slice(start, at), start);
      else if (take(number)) add('number', text.slice(start, at), start);
      else add('punctuation', take(punctuation), start);
    }
  };

  const braces = (): void => {
    addPunctuation(1);
    code();
    if (at < text.length) addPunctuation(1);
  };

  const template = (): void => {
    for (at++; at < text.length;) {
      const start = at;
      add('template', take(templateText), start);
      if (text[at] !== '$') break;
      at++;
      braces();
    }
    at++;
  };

  const element = (): void => {
    addPunctuation(1);
    const start = at;
    if (take(tagName)) add('name', text.slice(start, at), start);
    if (text[at] === '<') skipTypeArguments();
    if (attributes()) children();
  };

  const skipTypeArguments = (): void => {
    let depth = 0;
    do {
      if (text[at] === '<') depth++;
      if (text[at] === '>' && text[at - 1] !== '=') depth--;
      at++;
    } while (depth > 0 && at < text.length);
  };

  /** Reads up to the end of an opening tag; says whether children follow. */
  const attributes = (): boolean => {
    while (at < text.length) {
      take(blank);
      const start = at;
      const next = text[at];
      if (text.startsWith('/>', at)) {
        addPunctuation(2);
        return false;
      }
      if (next === '>') {
        addPunctuation(1);
        return true;
      }
      if (next === '{') braces();
      else if (next === '"' || next === "'") add('attribute', take(attributeText).slice(1, -1), start);
      else if (next === '<') element();
      else if (take(tagName)) add('name', text.slice(start, at), start);
      else addPunctuation(1);
    }
    return false;
  };

  const children = (): void => {
    while (at < text.length) {
      const start = at;
      const found = take(words);
      if (found.trim()) add('words', found, start);
      if (text[at] === '{') {
        braces();
      } else if (text.startsWith('</', at)) {
        addPunctuation(2);
        take(blank);
        const end = at;
        if (take(tagName)) add('name', text.slice(end, at), end);
        take(blank);
        if (at < text.length) addPunctuation(1);
        return;
      } else if (at < text.length) {
        element();
      }
    }
  };

  while (at < text.length) {
    code();
    // A closing brace that nothing opened: not ours to report, the compiler does.
    if (at < text.length) addPunctuation(1);
  }
  return tokens;
}

/** In a file with elements a `<` before a value may also open type parameters: `<T,>() =>`, `<T extends X>() =>`. */
function opensElement(text: string, at: number): boolean {
  if (text.startsWith('<>', at)) return true;
  const head = /^<([\p{ID_Start}$_][\p{ID_Continue}$.:-]*)\s*(,|extends\b|=|>|)/u.exec(text.slice(at, at + 200));
  if (!head) return false;
  if (head[2] !== '>') return head[2] === '';
  // `<T>(` in a type looks like an element too: one that nothing closes.
  return ['>', ' ', '\n'].some((end) => text.includes(`</${head[1]}${end}`, at));
}
