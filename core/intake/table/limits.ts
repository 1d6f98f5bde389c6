/** What a file may cost. Each is far beyond what an honest export has and well below what would hurt a desk. */
export const tableLimits = {
  /** A text is read in pieces, so this only bounds the time. */
  textBytesMax: 512 * 2 ** 20,
  /** The compressed workbook. */
  xlsxBytesMax: 128 * 2 ** 20,
  /** What a workbook may grow to: all parts that are read, together. */
  xlsxInflatedMax: 2 * 2 ** 30,
  /** One part that is held in memory while the sheet is read: shared texts, styles, the list of sheets. */
  xlsxPartMax: 256 * 2 ** 20,
  /** Beyond `ratioFreeBytes` no honest part shrinks to less than a `ratioMax`th. */
  xlsxRatioMax: 400,
  xlsxRatioFreeBytes: 32 * 2 ** 20,
  xlsxEntriesMax: 10_000,
  /** An old workbook is read as a whole. */
  xlsBytesMax: 64 * 2 ** 20,
  /** As in spreadsheets. */
  cellCharsMax: 32_767,
  columnsMax: 16_384,
  rowsMax: 5_000_000,
  /** A quote that is still open after so much was never meant as one. */
  quotedCharsMax: 2 ** 20,
  quotedLinesMax: 1_000,
  /** A record without an end: its row is rejected and what follows is skipped up to the next line. */
  recordCharsMax: 4 * 2 ** 20,
  /** What is read to recognise a file. */
  sampleBytes: 256 * 2 ** 10,
  /** What is read at a time, and at first. */
  pieceBytes: 512 * 2 ** 10,
  firstPieceBytes: 64 * 2 ** 10,
} as const;
