/**
 * Runs in the page: every text that cannot be read to its end, as `"text" cut by <element>`. Cut is what reaches over an
 * edge that hides it and cannot be scrolled to. A text that ends in an ellipsis and says itself in full in a `title` is
 * shortened on purpose; so are the cells of a grid, whose columns can be widened.
 */
export function textsCut(): readonly string[] {
  const tolerancePx = 1;
  /** Line boxes are higher than what is drawn in them. */
  const tolerancePxUpright = 4;

  function isHiddenForTheEye(element: Element): boolean {
    const {width, height} = element.getBoundingClientRect();
    return width <= 1 || height <= 1 || getComputedStyle(element).clipPath !== 'none';
  }

  function isShortenedOnPurpose(element: HTMLElement): boolean {
    return getComputedStyle(element).textOverflow === 'ellipsis' && element.closest('[title]') !== null;
  }

  function cutterOf(text: DOMRect, parent: HTMLElement): Element | null {
    let [scrollsX, scrollsY] = [false, false];
    for (let at: HTMLElement | null = parent; at; at = at.parentElement) {
      if (isHiddenForTheEye(at) || isShortenedOnPurpose(at)) return null;
      const {overflowX, overflowY, position} = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const over = text.right > box.right + tolerancePx || text.left < box.left - tolerancePx;
      const overUpright = text.bottom > box.bottom + tolerancePxUpright || text.top < box.top - tolerancePxUpright;
      if (!scrollsX && hides(overflowX) && over) return at;
      if (!scrollsY && hides(overflowY) && overUpright) return at;
      scrollsX ||= overflowX === 'auto' || overflowX === 'scroll';
      scrollsY ||= overflowY === 'auto' || overflowY === 'scroll';
      if (position === 'fixed') break;
    }
    const leaves = text.right > innerWidth + tolerancePx || text.left < -tolerancePx;
    return leaves && !scrollsX ? document.documentElement : null;
  }

  /** Where nobody can scroll to: text that is measured, never read. */
  function isOffStage({right, bottom}: DOMRect): boolean {
    return right <= 0 || bottom <= 0;
  }

  /**
   * How much wider a field's words are than the field; a placeholder does not count in its `scrollWidth`. A placeholder may
   * end in an ellipsis: it is a hint, the label says what the field is. What a person wrote may be of any length and is
   * scrolled; a choice is of our own words.
   */
  function overflowOf(field: HTMLInputElement): number {
    const isChoice = field.readOnly || field.getAttribute('role') === 'combobox';
    if (field.value !== '' && !isChoice) return 0;
    if (field.value !== '' || field.placeholder === '') return field.scrollWidth - field.clientWidth;
    const style = getComputedStyle(field);
    const {fontWeight, fontSize, fontFamily, letterSpacing, paddingLeft, paddingRight, textOverflow} = style;
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen || textOverflow === 'ellipsis') return 0;
    Object.assign(pen, {font: `${fontWeight} ${fontSize} ${fontFamily}`, letterSpacing});
    const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    return pen.measureText(field.placeholder).width - room;
  }

  function nameOf(element: Element): string {
    return `${element.tagName.toLowerCase()}.${element.className}`;
  }

  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const words = node.textContent?.trim() ?? '';
    if (!parent || words === '' || parent.closest('[role="gridcell"], script, style')) continue;
    if (!parent.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const cutter = isOffStage(box) ? null : cutterOf(box, parent);
    if (cutter) found.push(`"${words}" cut by ${nameOf(cutter)}`);
  }
  for (const field of document.querySelectorAll('input')) {
    const isShown = field.checkVisibility() && !isHiddenForTheEye(field);
    if (isShown && overflowOf(field) > tolerancePx) {
      found.push(`"${field.value || field.placeholder}" cut by ${nameOf(field)}`);
    }
  }
  // Cells that are not clipped because their texts always fit.
  for (const cell of document.querySelectorAll('[role="gridcell"][data-fits]')) {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const [text, box] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
    if (text.right > box.right + tolerancePx || text.left < box.left - tolerancePx) {
      found.push(`"${cell.textContent}" wider than ${nameOf(cell)}`);
    }
  }
  return found;
}
