/** What a store of version 1 holds: object stores with their keys and indexes, as Dexie writes them. It never changes. */
export const layout1 = {
  businesses: 'id',
  storefronts: 'id,[businessId+name]',
  rateDays: 'id',
  orders: 'id',
  outbox: 'n',
  meta: '',
  overPages: '[table+id]',
  pageHeads: '[table+page]',
  pageTexts: '[table+page]',
  pageRows: '[table+page]',
} as const;
