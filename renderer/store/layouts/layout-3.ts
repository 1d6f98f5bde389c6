import {layout2} from './layout-2.ts';

/**
 * 3: `stepSources`; products and buyers rest by the page, so no index of theirs is left; and pages whose personal texts stay in the
 * envelopes of their rows (`core/data/new-page.ts`). Nothing that rested before changes.
 */
export const layout3 = {...layout2, products: 'id', stepSources: 'id'} as const;
