import {prepareZXingModule} from 'zxing-wasm/reader';
import program from 'zxing-wasm/reader/zxing_reader.wasm?url';

let isPrepared = false;

/** Says where the program of the reader lies: else it would be fetched from outside. */
export function prepareReader(): void {
  if (!isPrepared) prepareZXingModule({overrides: {locateFile: () => program}});
  isPrepared = true;
}
