import {app, type BrowserWindow, dialog} from 'electron';
import {basename, join} from 'node:path';
import type {FileToSave, SavedFile} from '#core/shell/contract.ts';
import {fail, ok, type Result} from '#core/lib/result.ts';
import type {Words} from '../words.ts';
import {errorCode} from './error-code.ts';
import {fileName} from './file-name.ts';
import {writeWhole} from './write-whole.ts';

/** Asks where a file shall go and writes it there, whole or not at all. Only the person names the folder. */
export async function saveFile(window: BrowserWindow, file: FileToSave, words: Words): Promise<Result<SavedFile>> {
  const {canceled, filePath} = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('downloads'), fileName(file.name, file.kind)),
    filters: [{name: words.save.kind[file.kind], extensions: [file.kind]}],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return ok({outcome: 'cancelled'});

  try {
    await writeWhole(filePath, file.bytes);
  } catch (error) {
    return fail('desktop.file_not_saved', {reason: errorCode(error)});
  }
  return ok({outcome: 'saved', name: basename(filePath)});
}
