import {describe} from 'vitest';
import {MemoryStore} from './memory-store.ts';
import {storeConformance} from './store-conformance.ts';

describe('the store in memory', () => {
  storeConformance(async () => new MemoryStore());
});
