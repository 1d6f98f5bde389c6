import type {Desktop, FileToSave} from '#core/shell/contract.ts';
import type {Result} from '#core/lib/result.ts';

declare global {
  interface Window {
    /** Only in the desktop; the browser edition has none. */
    readonly desktop?: Desktop;
  }
}

/** The desktop around this page, or undefined in a browser. */
export const desktop: Desktop | undefined = window.desktop;

/** Brings a file to the person: by the desktop's dialog, else as a download. The name it got, undefined if it was cancelled. */
export async function saveFile(file: FileToSave): Promise<Result<string | undefined>> {
  if (desktop) {
    const saved = await desktop.call('files.save', file);
    if (!saved.ok) return saved;
    return {ok: true, value: saved.value.outcome === 'saved' ? saved.value.name : undefined};
  }

  const url = URL.createObjectURL(new Blob([file.bytes.slice()], {type: mimeTypes[file.kind]}));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(url);
  return {ok: true, value: file.name};
}

const mimeTypes = {pdf: 'application/pdf', csv: 'text/csv', json: 'application/json'} as const;

/** Another window on the same data. */
export function openWindow(): void {
  if (desktop) void desktop.call('window.open', {});
  else window.open(window.location.origin, '_blank', 'noopener');
}
