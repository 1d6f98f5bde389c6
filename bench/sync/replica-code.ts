/** What a data worker uses of the code that replicates. */
export {Replica} from '#core/sync/replica.ts';
export {Saver} from '#core/sync/saver.ts';
export {ShopSync} from '../../renderer/store/sync/shop-sync.ts';
export {Sync} from '../../renderer/store/sync/sync-answers.ts';
export {beginWaiting} from '../../renderer/store/sync/found-shop.ts';
export {webNetwork} from '../../renderer/store/sync/web-network.ts';
export {DexieStore} from '../../renderer/store/dexie-store.ts';
