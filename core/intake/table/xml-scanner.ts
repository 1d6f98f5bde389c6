/** What an XML text consists of, in order. Names come without their prefix; a closed-at-once element ends right away. */
export interface XmlHandler {
  open(name: string, tag: string): void;
  text(text: string): void;
  close(name: string): void;
}

/** Takes an XML text in pieces, cut anywhere. No document type is read, so no entity can grow. */
export interface XmlScanner {
  push(piece: string): void;
  /** Whether the text ended where it may: nothing half read, every element closed. */
  isComplete(): boolean;
}

const skipped: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
];

export function xmlScanner(handler: XmlHandler): XmlScanner {
  let rest = '';
  let depth = 0;
  return {push, isComplete: () => depth === 0 && rest.trim() === ''};

  function push(piece: string): void {
    const text = rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      const end = endOfMarkup(text, open);
      if (end < 0) break;
      if (open > at) handler.text(unescaped(text.slice(at, open)));
      if (text.startsWith('<![CDATA[', open)) handler.text(text.slice(open + 9, end - 3));
      else if (text[open + 1] !== '!' && text[open + 1] !== '?') element(text.slice(open + 1, end - 1));
      at = end;
    }
    rest = text.slice(at);
  }

  function element(tag: string): void {
    if (tag.startsWith('/')) {
      depth--;
      return handler.close(localName(tag.slice(1).trim()));
    }
    const isEmpty = tag.endsWith('/');
    const name = localName(nameOf(tag));
    handler.open(name, tag);
    if (isEmpty) handler.close(name);
    else depth++;
  }
}

function nameOf(tag: string): string {
  const space = tag.indexOf(' ');
  const name = space < 0 ? tag : tag.slice(0, space);
  return /[\s/]/.test(name) ? name.slice(0, name.search(/[\s/]/)) : name;
}

/** The value of an attribute inside a tag, by its name without prefix unless one is named. */
export function attribute(tag: string, name: string): string | undefined {
  const at = tag.indexOf(`${name}=`);
  if (at < 0) return undefined;
  const before = tag[at - 1];
  const quote = tag[at + name.length + 1];
  const isWhole = before === ':' || (before !== undefined && /\s/.test(before));
  if (!isWhole || (quote !== '"' && quote !== "'")) return spacedAttribute(tag, name);
  const from = at + name.length + 2;
  return unescaped(tag.slice(from, tag.indexOf(quote, from)));
}

function spacedAttribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? unescaped(found[1] ?? found[2] ?? '') : undefined;
}

/** Behind the markup that begins at `from`; -1 when its end has not come yet. */
function endOfMarkup(text: string, from: number): number {
  const special = text[from + 1] === '!' || text[from + 1] === '?' || text[from + 1] === undefined;
  if (special) {
    if (text.length < from + 9 && !text.includes('>', from)) return -1;
    const kind = skipped.find(([start]) => text.startsWith(start, from));
    if (kind) {
      const end = text.indexOf(kind[1], from + kind[0].length);
      return end < 0 ? -1 : end + kind[1].length;
    }
  }
  let end = text.indexOf('>', from);
  // A bare `>` may stand inside an attribute.
  while (end >= 0 && isInsideQuotes(text, from, end)) end = text.indexOf('>', end + 1);
  return end < 0 ? -1 : end + 1;
}

function isInsideQuotes(text: string, from: number, below: number): boolean {
  if (text[from + 1] === '/') return false;
  // Nearly every tag ends behind its last attribute, or has none.
  const last = text[below - 1] === '/' ? text[below - 2] : text[below - 1];
  if (last === '"' || last === "'") {
    if (!text.slice(from, below).includes(last === '"' ? "'" : '"')) return isOdd(text, last, {from, below});
  }
  let open = '';
  const first = text.slice(from, below).indexOf('=');
  if (first < 0) return false;
  for (let at = from + first; at < below; at++) {
    const character = text[at] ?? '';
    if (open === '' ? character === '"' || character === "'" : character === open) open = open === '' ? character : '';
  }
  return open !== '';
}

function isOdd(text: string, mark: string, {from, below}: {readonly from: number; readonly below: number}): boolean {
  let count = 0;
  for (let at = text.indexOf(mark, from); at >= 0 && at < below; at = text.indexOf(mark, at + 1)) count++;
  return count % 2 === 1;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
