import {layout1} from './layout-1.ts';

/** 2: what imports bring, and beside it the original files, packed and sealed, in pieces. Nothing that rested before changes. */
export const layout2 = {
  ...layout1,
  products: 'id,sku',
  buyers: 'id',
  orderSources: 'id',
  imports: 'id',
  importSteps: 'id,importId',
  intakeMemory: 'id',
  files: 'fileId',
  fileParts: '[fileId+part]',
} as const;
