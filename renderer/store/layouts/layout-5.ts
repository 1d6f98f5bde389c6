import {layout4} from './layout-4.ts';

/**
 * 5: pages without texts, which are made when somebody looks; in the outbox what a waiting mutation has made of rows, and a row before all
 * others that says nothing. Nothing that rested before changes.
 */
export const layout5 = layout4;
