import {create} from 'zustand';
import {check, object, pattern, text} from '#core/lib/shape.ts';
import {knownTemplates} from '#core/shipping/upload/known-templates.ts';

/** What is said of the next file, and which template is on the bench of its editor. */
export interface UploadView {
  readonly templateId: string;
  /** Of the site that sends with many carriers; the others name theirs. */
  readonly carrier: string;
  readonly service: string;
  /** Grams, as typed. */
  readonly weight: string;
  /** The template that is edited: its id, `new` for one that begins as a copy of the chosen. */
  readonly editing: string | undefined;
}

const beginning: UploadView = {
  templateId: knownTemplates[0]?.id ?? '',
  carrier: '',
  service: '',
  weight: '500',
  editing: undefined,
};

export const useUploadView = create<UploadView>()(() => beginning);

/** Another shop comes on screen, with templates of its own. */
export function forgetUploadView(): void {
  useUploadView.setState(beginning);
}

const kept = object({
  templateId: pattern(/^[A-Za-z0-9_-]{2,40}$/),
  carrier: text({max: 60}),
  service: text({max: 80}),
  weight: pattern(/^\d{0,7}$/),
});

export function keptOf({templateId, carrier, service, weight}: UploadView): Partial<UploadView> {
  return {templateId, carrier, service, weight};
}

export function acceptKept(value: unknown): Partial<UploadView> {
  const checked = check(kept, value);
  return checked.ok ? checked.value : {};
}
