import {describe} from 'vitest';
import {masterConformance} from './master-conformance.ts';
import {MemoryMaster} from './memory-master.ts';

describe('the master in memory', () => {
  masterConformance(async () => {
    const store = new MemoryMaster();
    return {store, begin: (shopId, rows) => store.begin(shopId, rows)};
  });
});
