import type {TargetKind} from './chord.ts';

const fields = [
  'input:not([type="button"], [type="checkbox"], [type="radio"], [type="submit"], [type="reset"], [type="range"])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable="false"])',
  // Lists that are open take letters to jump to a line.
  ...['textbox', 'searchbox', 'combobox', 'spinbutton', 'listbox', 'option', 'menu', 'menuitem'].map(
    (role) => `[role="${role}"]`,
  ),
].join(',');

const controls =
  'a[href], button, summary, input, [role="button"], [role="link"], [role="checkbox"], [role="switch"], [role="tab"]';

/** What has the focus, as far as keys are concerned. */
export function targetKindOf(target: EventTarget | null): TargetKind {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(fields)) return 'field';
  return target.closest(controls) ? 'control' : 'page';
}
