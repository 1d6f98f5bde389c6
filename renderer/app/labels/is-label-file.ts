import {isZpl} from '#core/shipping/bought/zpl-labels.ts';

const headBytes = 4_096;

/** Whether a file is one of labels, by what it begins with: everything else that is dropped goes to the page of files. */
export async function isLabelFile(file: File): Promise<boolean> {
  const head = await file.slice(0, headBytes).text();
  return head.slice(0, 1_024).includes('%PDF-') || isZpl(head);
}
