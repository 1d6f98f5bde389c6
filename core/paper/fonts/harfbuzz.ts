import type {Buffer as ShapingBuffer, Font} from 'harfbuzzjs';
import {must} from '../../lib/assert.ts';
import type {Face} from './faces.ts';
import type {Shaper} from './shaper.ts';

/** HarfBuzz over font files as they stand; its program is loaded with the first call. */
export async function harfbuzz(fileOf: (face: Face) => Uint8Array | undefined): Promise<Shaper> {
  const library = await import('harfbuzzjs');
  const fonts = new Map<Face, Font>();
  const fontOf = (face: Face) => {
    const known = fonts.get(face);
    if (known) return known;
    const file = must(fileOf(face), 'only faces that were loaded are shaped');
    const font = new library.Font(new library.Face(new library.Blob(file)));
    fonts.set(face, font);
    return font;
  };
  const buffer: ShapingBuffer = new library.Buffer();

  return {
    shape: (face, text, rightToLeft) => {
      const font = fontOf(face);
      buffer.reset();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      buffer.setDirection(rightToLeft ? library.Direction.RTL : library.Direction.LTR);
      library.shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      return buffer.getGlyphInfos().map(({codepoint, cluster}, at) => {
        const {xAdvance, xOffset, yOffset} = must(positions[at], 'each glyph has a place');
        return {glyph: codepoint, start: cluster, advance: xAdvance, dx: xOffset, dy: yOffset};
      });
    },
  };
}
