import {layout3} from './layout-3.ts';

/**
 * 4: `trayItems`; above pages of packed tables marks in the place of rows that were forgotten; in the outbox what a waiting mutation
 * found and looked at. Nothing that rested before changes.
 */
export const layout4 = {...layout3, trayItems: 'id'} as const;
