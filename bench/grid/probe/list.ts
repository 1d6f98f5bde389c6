/** What a list should show: how many rows, and the order numbers from the first row on, as far as they can be in sight. */
export interface Expected {
  readonly total: number;
  readonly numbers: readonly string[];
}

/** Both lists are drawn with these heights, px. */
const rowHeight = 28;
const headHeight = 32;
/** Cells of a row: the tick box stands first. */
const numberCell = 1;
const statusCell = 2;

export function scroller(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[role=grid]');
}

/** True when the list has this many rows and each row in sight is the right one, where it should be. */
export function listRight(expected: Expected): boolean {
  return scroller()?.getAttribute('aria-rowcount') === String(expected.total + 1) && rowsRight(expected);
}

/** As `listRight`, whatever the list says of its length. */
export function rowsRight({total, numbers}: Expected): boolean {
  const list = scroller();
  if (!list) return false;
  const top = list.scrollTop;
  const first = Math.floor(top / rowHeight);
  const below = Math.min(total, Math.ceil((top + list.clientHeight - headHeight) / rowHeight));
  const rows = rowsByIndex(list);
  for (let index = first; index < below; index += 1) {
    if (cellText(rows.get(index), numberCell) !== numbers[index]) return false;
  }
  return below === 0 || isInPlace(list, rows.get(first), first * rowHeight - top);
}

/** The state told by a row in sight. */
export function statusAt(index: number): string | undefined {
  const list = scroller();
  return list ? cellText(rowsByIndex(list).get(index), statusCell) : undefined;
}

/** The row that has the keyboard's cursor. */
export function cursorRow(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[role=grid] [data-cursor][data-index]');
}

/** Clicks the head of a column, as a person sorts. */
export function clickHead(title: string): void {
  headCell(title).click();
}

export function sortOf(title: string): string | null {
  return headCell(title).getAttribute('aria-sort');
}

/** Writes into the search field as if it had been typed. */
export function writeSearch(text: string): void {
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (!field) throw new Error('The page has no search field');
  // React listens to the element's own setter, which would hide the change from it.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', {bubbles: true}));
}

function headCell(title: string): HTMLElement {
  const cells = [...document.querySelectorAll<HTMLElement>('[role=grid] [role=columnheader]')];
  const found = cells.find((cell) => cell.textContent?.trim() === title);
  if (!found) throw new Error(`The list has no column ${title}`);
  return found;
}

function rowsByIndex(list: HTMLElement): Map<number, Element> {
  const rows = [...list.querySelectorAll('[data-index]')];
  return new Map(rows.map((row) => [Number(row.getAttribute('data-index')), row]));
}

function cellText(row: Element | undefined, cell: number): string | undefined {
  return row?.querySelectorAll('[role=gridcell]')[cell]?.textContent ?? undefined;
}

function isInPlace(list: HTMLElement, row: Element | undefined, below: number): boolean {
  if (!row) return false;
  const expected = list.getBoundingClientRect().top + headHeight + below;
  return Math.abs(row.getBoundingClientRect().top - expected) < 1.5;
}
