/** A day of the largest seller; what is longer was not made for labels. */
export const pagesMax = 500;

/** Labels of one file: they are taken in by one change, and taken back by one. */
export const labelsMax = 500;

/** A file of scanned pages with a day's labels stays below. */
export const fileBytesMax = 100 * 1024 * 1024;

/** One label cut out, as it is kept: a photograph of one stays below. */
export const labelBytesMax = 8 * 1024 * 1024;

/** Texts and barcodes on one label that are looked at. */
export const linesMax = 400;
export const codesMax = 40;
