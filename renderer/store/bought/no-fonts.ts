import {type Fonts, fontsOf} from '#core/paper/fonts/fonts.ts';

/** A label that was bought has no texts of ours. */
export const noFonts: Fonts = fontsOf(new Map());
