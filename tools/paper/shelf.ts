import {type FontShelf, fontShelf} from '#core/paper/fonts/font-shelf.ts';
import {fontFile} from './font-files.ts';

let shelf: FontShelf | undefined;

/** The bundled fonts, each read at most once by a process. */
export function bundledFonts(): FontShelf {
  return (shelf ??= fontShelf(fontFile));
}
