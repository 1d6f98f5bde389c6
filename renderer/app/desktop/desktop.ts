import {type Desktop, type FileToSave, fileKinds} from '#core/shell/contract.ts';
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

  return download(file.name, new Blob([file.bytes.slice()], {type: mimeTypes[file.kind]}));
}

/** The same for one that lies in a blob, and may be longer than what is well held in memory. */
export async function saveBlob({
  name,
  kind,
  blob,
}: Omit<FileToSave, 'bytes'> & {readonly blob: Blob}): Promise<Result<string | undefined>> {
  if (!desktop) return download(name, blob);
  return saveFile({name, kind, bytes: new Uint8Array(await blob.arrayBuffer())});
}

function download(name: string, blob: Blob): Result<string> {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  return {ok: true, value: name};
}

/** Gives a file back as it was brought; one whose ending is not known becomes a text. */
export async function saveOriginal({
  name,
  blob,
}: {
  readonly name: string;
  readonly blob: Blob;
}): Promise<Result<string | undefined>> {
  const kind = fileKinds.find((each) => name.toLowerCase().endsWith(`.${each}`)) ?? 'txt';
  return saveFile({name, kind, bytes: new Uint8Array(await blob.arrayBuffer())});
}

const mimeTypes: Readonly<Record<FileToSave['kind'], string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  json: 'application/json',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  tradewind: 'application/octet-stream',
};

/** Another window on the same data. */
export function openWindow(): void {
  if (desktop) void desktop.call('window.open', {});
  else window.open(window.location.origin, '_blank', 'noopener');
}
