import {afterValue} from './pdf-objects.ts';

/** One operation of a page: its operator, what it is given, and all of it as it is written. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly string[];
  readonly text: string;
}

const blank = /(?:\s+|%[^\r\n]*)*/y;
const plain = /\/[^\s()<>[\]{}/%]*|[+-]?(?:\d+\.?\d*|\.\d+)/y;
const word = /[A-Za-z'"][A-Za-z0-9*]*/y;
const values: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** The operations of a page's content (ISO 32000-1, 7.8.2), one byte a letter; undefined where it is written in a way we do not read. */
export function operationsOf(content: string): readonly Operation[] | undefined {
  const operations: Operation[] = [];
  let operands: string[] = [];
  let from = 0;
  for (let at = end(blank, content, 0); at < content.length; at = end(blank, content, at)) {
    if (operands.length === 0) from = at;
    const begin = at;
    const first = content.charAt(at);
    if (first === '(' || first === '[' || first === '<') at = afterValue(content, at) ?? -1;
    else if (/[/+\-.0-9]/.test(first)) at = end(plain, content, at);
    else {
      at = end(word, content, at);
      const operator = content.slice(begin, at);
      if (operator === 'BI') at = afterImage(content, at);
      if (at > begin && !values.has(operator)) {
        operations.push({operator, operands, text: content.slice(from, at)});
        operands = [];
        continue;
      }
    }
    if (at <= begin) return undefined;
    operands.push(content.slice(begin, at));
  }
  return operands.length === 0 ? operations : undefined;
}

function end(form: RegExp, content: string, at: number): number {
  form.lastIndex = at;
  return at + (form.exec(content)?.[0].length ?? 0);
}

/** An image that stands in the content itself ends with a word of its own. */
function afterImage(content: string, from: number): number {
  const data = /\sID\s/g;
  data.lastIndex = from;
  if (!data.exec(content)) return -1;
  const last = /\sEI(?=\s|$)/g;
  last.lastIndex = data.lastIndex;
  return last.exec(content) ? last.lastIndex : -1;
}
