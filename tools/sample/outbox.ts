// Writes what waits for the master at a desk that has done everything that can be done today to `renderer/store/samples`: every
// later version must tell it to the master, which must take it. Run once more, with the next number, for each mutator that is new
// or takes other arguments, and for each change of the wire or of what an outbox holds: npx tsx tools/sample/outbox.ts
import {existsSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {describeProduct, forgetBarcode, teachBarcode} from '#core/catalog/mutators.ts';
import {productIdOf} from '#core/catalog/product-id.ts';
import {packerOf} from '#core/data/new-page.ts';
import {removeTypedRate, setTypedRates, typeRate} from '#core/insights/rates/mutators.ts';
import {importDays} from '#core/intake/import-days.ts';
import {beginImport, endImport, importOrders, rememberChoice} from '#core/intake/mutators.ts';
import type {ImportId} from '#core/intake/schema.ts';
import {redoStep, undoStep} from '#core/intake/undo-step.ts';
import {beginning} from '#core/journal/entry.ts';
import {must} from '#core/lib/assert.ts';
import {idFromName} from '#core/lib/id.ts';
import type {CurrencyCode} from '#core/money/currency.ts';
import {createOrder, editOrder, restoreOrder, withdrawOrder} from '#core/orders/manual-mutators.ts';
import {holdOrder, recallOrder, releaseOrder, resumeOrder} from '#core/orders/mutators.ts';
import type {Order, OrderId} from '#core/orders/schema.ts';
import {stampOf} from '#core/orders/stamp.ts';
import {registry} from '#core/registry.ts';
import type {Row, TableName} from '#core/schema.ts';
import {boughtLabelIdOf} from '#core/shipping/bought/label-id.ts';
import {labelUsed, returnLabels, takeLabels} from '#core/shipping/bought/mutators.ts';
import type {TakenLabel} from '#core/shipping/bought/schema.ts';
import {handoverVoided, parcelsHandedOver} from '#core/shipping/handover/mutators.ts';
import {
  labelReprinted,
  parcelClosed,
  parcelLabelled,
  parcelPacked,
  parcelReopened,
  parcelVoided,
} from '#core/shipping/packing/mutators.ts';
import {
  endRange,
  numbersDrawn,
  numbersSettled,
  numbersSkipped,
  rangeHolderNamed,
  registerRange,
  resumeRange,
  takeRange,
} from '#core/shipping/ranges/mutators.ts';
import {channelTold, keepTelling, nameCarrier, takeTellingBack} from '#core/shipping/road-back/mutators.ts';
import {knownTemplates} from '#core/shipping/upload/known-templates.ts';
import {clearNumbers, closeUpload, reopenUpload, setNumbers, uploadMade} from '#core/shipping/upload/mutators.ts';
import {changeTemplate, createTemplate, deleteTemplate} from '#core/shipping/upload/template-mutators.ts';
import {
  bindTote,
  endWave,
  freeTote,
  makeWave,
  putIntoWave,
  resumeWave,
  takeOutOfWave,
} from '#core/shipping/waves/mutators.ts';
import {changeBusiness, createBusiness, createStorefront, removeStorefront} from '#core/storefronts/mutators.ts';
import {type Call, callOf} from '#core/sync/define.ts';
import {Master} from '#core/sync/master.ts';
import {nextPush} from '#core/sync/outgoing.ts';
import {encodeFrame, encodePush, protocolVersion} from '#core/sync/protocol.ts';
import {Replica} from '#core/sync/replica.ts';
import {business, givenOrder, monday, sealedBuyer, storefront} from '#core/testing/given.ts';
import {givenTrayItem} from '#core/testing/given-tray.ts';
import {postalRange} from '#core/testing/number-desk.ts';
import {MemoryMaster} from '#core/testing/memory-master.ts';
import type {LocalDate} from '#core/time/local-date.ts';
import {dismissTrayItem, returnTrayItem} from '#core/tray/mutators.ts';
import {databaseOf} from '../../renderer/store/database-name.ts';
import {DexieStore} from '../../renderer/store/dexie-store.ts';
import {answered} from '../../renderer/store/idb-transaction.ts';
import {freeze} from '../../renderer/store/testing/frozen-store.ts';
import {emptyDesk} from '../../renderer/store/testing/in-process.ts';

const number = 2;
const file = fileURLToPath(new URL(`../../renderer/store/samples/outbox-${number}.json.gz`, import.meta.url));
if (existsSync(file)) throw new Error('A sample is frozen: what has changed gets a new number.');

const origin = {replica: 'sample-desk-', inc: 'sample-store'};
const [euro, dollar] = ['EUR', 'USD'] as [CurrencyCode, CurrencyCode];
const orders = ['S-0', 'S-1', 'S-2', 'S-3', 'S-4'].map((name) => givenOrder(name));
const item = givenTrayItem(1, callOf(holdOrder, {orderId: idOf('S-0'), reason: 'stock'}));
const genesis: readonly (readonly [TableName, Row])[] = [
  ['businesses', business],
  ['storefronts', storefront],
  ...orders.map((order) => ['orders', order] as const),
  ['trayItems', item],
];

const factory = emptyDesk();
const store = new DexieStore(databaseOf('own'));
await store.write(async (tx) => {
  for (const [table, row] of genesis) await tx.put(table, row as never);
  await tx.setMeta('lines', [{...origin, from: 0}]);
  await tx.setMeta('place', {epoch: 1, seq: 0, hash: beginning.hash});
  await tx.setMeta('decided', beginning);
});
const replica = new Replica(store, registry.mutators, {pack: packerOf(registry.views)});
for (const call of deeds()) {
  const [outcome] = await replica.mutate([call], {at: monday, batch: 'sample'}, () => undefined);
  if (!outcome?.ok) throw new Error(`${call.name} is refused: ${JSON.stringify(outcome)}`);
}

const push = must(await nextPush(store, {after: 0, savedN: 1_000}), 'changes that wait');
const shop = new MemoryMaster();
const place = await shop.begin('shop', genesis);
const master = new Master(shop, registry.mutators);
await master.push('shop', push, monday);
const frames = must(await master.pull('shop', place, 1_000_000), 'a log');
const db = await answered(factory.open(databaseOf('own')));
const wire = {version: protocolVersion, push: encodePush(push), log: frames.map(encodeFrame).join('')};
const frozen = gzipSync(JSON.stringify({genesis, wire, store: await freeze(db)}), {level: 9});
writeFileSync(file, frozen);
console.log(`${file}: ${frozen.length} bytes, ${push.mutations.length} changes that wait`);
process.exit();

/** Everything that can be done, in an order in which each may be. */
function deeds(): readonly Call[] {
  const second = {...business, id: idFromName('business', 'second'), name: 'Second'} as const;
  const market = {...storefront, id: idFromName('storefront', 'market'), name: 'Market'} as const;
  const typed = {day: '2026-03-01' as LocalDate, base: euro, currency: dollar, units: 11, scale: 1};
  return [
    callOf(createBusiness, second),
    callOf(changeBusiness, {...business, name: 'Teapot & Daughters'}),
    callOf(createStorefront, market),
    callOf(removeStorefront, {storefrontId: market.id}),
    callOf(holdOrder, {orderId: idOf('S-0'), reason: 'stock'}),
    callOf(resumeOrder, {orderId: idOf('S-0')}),
    callOf(releaseOrder, {orderId: idOf('S-1')}),
    callOf(recallOrder, {orderId: idOf('S-1')}),
    ...ordersByHand(),
    ...oneImport(),
    callOf(rememberChoice, {id: 'A'.repeat(22), format: 'etsy-orders', storefrontId: storefront.id}),
    callOf(typeRate, typed),
    callOf(removeTypedRate, {day: typed.day, base: euro, currency: dollar}),
    callOf(setTypedRates, {day: typed.day, rates: [{base: euro, currency: dollar, units: 12, scale: 1}]}),
    callOf(dismissTrayItem, {trayItemId: item.id}),
    callOf(returnTrayItem, {item}),
    ...numberRange(),
    callOf(teachBarcode, {sku: 'TEA-1', barcode: '4006381333931'}),
    callOf(forgetBarcode, {sku: 'TEA-1', barcode: '4006381333931'}),
    callOf(describeProduct, {
      sku: 'TEA-1',
      title: 'Green tea',
      facts: {bin: 'A-2', weightGrams: 120, hsCode: '090210', origin: 'CN', customsName: 'Tea'},
    }),
    ...onePackage(),
    ...labelsBought(),
    ...oneUpload(),
    ...oneTelling(),
    ...oneRound(),
    ...oneSheet(),
  ];
}

/** One is made and withdrawn, another edited and put back as it was. */
function ordersByHand(): readonly Call[] {
  const {id, storefrontId, channelOrderId, orderedAt, lines, shipCountry, buyer, ...order} = givenOrder('C-0');
  const {currency, shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor} = order;
  const money = {currency, shippingMinor, discountMinor, taxMinor, totalMinor, refundedMinor};
  const facts = {storefrontId, channelOrderId, orderedAt, lines, shipCountry, buyer} as const;
  const contact = {id: idFromName('buyer', 'sample'), contact: {...sealedBuyer}} as never;
  const products = [{id: productIdOf('TEA-1'), sku: 'TEA-1', title: 'Green tea'}];
  const before = must(orders[2], 'an order to edit');
  const editedLines = before.lines.map((line) => ({...line, title: 'Black tea'}));
  const edited: Order = {...before, lines: editedLines, edited: ['lines'], editedAt: monday};
  return [
    callOf(createOrder, {orderId: id as OrderId, status: 'paid', ...facts, money, products, contact} as never),
    callOf(withdrawOrder, {orderId: id as OrderId, stamp: stampOf({...givenOrder('C-0'), editedAt: monday})}),
    callOf(editOrder, {orderId: idOf('S-2'), groups: ['lines'], lines: editedLines, products: []}),
    callOf(restoreOrder, {order: before, stamp: stampOf(edited)}),
  ];
}

/** A package that is packed, labelled twice, closed, opened again and torn up. */
function onePackage(): readonly Call[] {
  const parcelId = idFromName('parcel', 'sample');
  const lines = [{orderId: idOf('S-4'), line: 0, item: 'TEA-1', quantity: 1, serials: ['SN-1']}];
  const tracking = {carrier: 'Royal Mail', scheme: 's10', service: 'Tracked 24', number: 'RR473124829GB'};
  return [
    callOf(releaseOrder, {orderId: idOf('S-4')}),
    callOf(parcelPacked, {parcelId, place: 1, lines, weightGrams: 350, packedBy: 'ANNA'}),
    callOf(parcelLabelled, {parcelId, tracking, printJobId: idFromName('printJob', 'first')}),
    callOf(labelReprinted, {parcelId, printJobId: idFromName('printJob', 'second')}),
    callOf(parcelClosed, {parcelId}),
    callOf(parcelReopened, {parcelId}),
    callOf(parcelVoided, {parcelId}),
  ];
}

/** Two labels of one file, of which one is taken back and the other sticks on a package that is packed once more. */
function labelsBought(): readonly Call[] {
  const fileId = 'A'.repeat(43);
  const labels = ['RR473124829GB', 'RR473124832GB'].map((number, at): TakenLabel => {
    const place = at + 1;
    const id = boughtLabelIdOf({fileId, place});
    const carrier = {carrier: 'Royal Mail', scheme: 's10', service: 'Tracked 24'} as const;
    const file = {fileId, fileName: 'labels.pdf', place, form: 'pdf'} as const;
    return {id, orderId: idOf('S-4'), ...file, number, ...carrier, scans: [number], by: 'number'};
  });
  const [first, second] = labels.map(({id}) => id);
  const parcelId = idFromName('parcel', 'another');
  const lines = [{orderId: idOf('S-4'), line: 0, item: 'TEA-1', quantity: 1}];
  return [
    callOf(takeLabels, {labels}),
    callOf(returnLabels, {labelIds: [must(second, 'the second of two')]}),
    callOf(parcelPacked, {parcelId, place: 2, lines, packedBy: 'ANNA'}),
    callOf(labelUsed, {labelId: must(first, 'the first of two'), parcelId}),
  ];
}

/** A template is made, changed and deleted; a file is written, answered, taken back, closed and waited for again. */
function oneUpload(): readonly Call[] {
  const {id: _, ...known} = must(knownTemplates[0], 'a known template');
  const templateId = idFromName('uploadTemplate', 'sample');
  const batchId = idFromName('uploadBatch', 'sample');
  const numbers = [{orderId: idOf('S-1'), number: 'RR473124829GB'}];
  const batch = {
    templateId: 'generic',
    template: known.name,
    carrier: 'Royal Mail',
    answer: known.answer,
    fileName: 'batch.csv',
  };
  return [
    callOf(createTemplate, {templateId, ...known}),
    callOf(changeTemplate, {templateId, ...known, name: 'Ours'}),
    callOf(deleteTemplate, {templateId}),
    callOf(uploadMade, {batchId, ...batch, orders: [{orderId: idOf('S-1'), reference: 'S-1'}]}),
    callOf(setNumbers, {batchId, numbers}),
    callOf(clearNumbers, {batchId, numbers}),
    callOf(closeUpload, {batchId}),
    callOf(reopenUpload, {batchId, orderIds: [idOf('S-1')]}),
  ];
}

/** A channel is told of a parcel, that is taken back and kept all the same; a carrier gets a name. */
function oneTelling(): readonly Call[] {
  const tellingId = idFromName('telling', 'sample');
  const parcelIds = [idFromName('parcel', 'sample')];
  const file = {shape: 'etsy', fileName: 'etsy-tracking-2026-03-02.csv'};
  return [
    callOf(channelTold, {tellingId, storefrontId: storefront.id as never, ...file, parcelIds}),
    callOf(takeTellingBack, {tellingId}),
    callOf(keepTelling, {tellingId}),
    callOf(nameCarrier, {channel: 'etsy', carrier: 'dhl', name: 'dhl-germany'}),
  ];
}

/** A round of two orders, one of which leaves it and comes back; a tote that is bound and freed; its end, and that taken back. */
function oneRound(): readonly Call[] {
  const waveId = idFromName('wave', 'sample');
  const tote = {waveId, orderId: idOf('S-4'), tote: 'T-7'} as const;
  return [
    callOf(releaseOrder, {orderId: idOf('S-1')}),
    callOf(makeWave, {waveId, number: 'W-0302-1', orderIds: [idOf('S-1'), idOf('S-4')]}),
    callOf(takeOutOfWave, {waveId, orderId: idOf('S-1')}),
    callOf(putIntoWave, {waveId, orderId: idOf('S-1')}),
    callOf(bindTote, tote),
    callOf(freeTote, {waveId, tote: tote.tote}),
    callOf(bindTote, tote),
    callOf(endWave, {waveId}),
    callOf(resumeWave, {waveId}),
  ];
}

/** Parcels that are handed to the carrier on a sheet, which is void later. */
function oneSheet(): readonly Call[] {
  const parcelId = idFromName('parcel', 'handed');
  const manifestId = idFromName('manifest', 'sample');
  const lines = [{orderId: idOf('S-1'), line: 0, item: 'TEA-1', quantity: 1}];
  const day = '2026-03-02' as LocalDate;
  return [
    callOf(parcelPacked, {parcelId, place: 1, lines, packedBy: 'ANNA'}),
    callOf(parcelLabelled, {parcelId}),
    callOf(parcelClosed, {parcelId}),
    callOf(parcelsHandedOver, {manifestId, number: 'M-0302-1', carrier: '', day, parcelIds: [parcelId]}),
    callOf(handoverVoided, {manifestId}),
  ];
}

/** A range of which numbers are given, used and void, that is ended, resumed, and taken over by another desk. */
function numberRange(): readonly Call[] {
  const range = postalRange();
  const {id: rangeId, desk} = range;
  const drawId = idFromName('numberDraw', 'sample');
  const on = '2026-03-02' as LocalDate;
  return [
    callOf(registerRange, {range}),
    callOf(rangeHolderNamed, {rangeId, desk, replica: origin.replica}),
    callOf(numbersDrawn, {drawId, rangeId, desk, window: 'bench-window', round: 0, first: 0, count: 3, on}),
    callOf(numbersSettled, {drawId, used: [0, 1], void: [2]}),
    callOf(numbersSkipped, {rangeId, desk, place: {round: 0, drawn: 5}}),
    callOf(endRange, {rangeId, desk}),
    callOf(resumeRange, {rangeId, desk}),
    callOf(takeRange, {rangeId, from: desk, desk: 'another-desk', drawn: 10}),
  ];
}

/** An import of so many orders that they rest as a page, one that is there already, and a day of rates; its last step is undone and done again. */
function oneImport(): readonly Call[] {
  const importId: ImportId = idFromName('import', 'sample');
  const fresh = Array.from({length: 130}, (_, at) => givenOrder(`I-${at}`, {importId} as Partial<Order>));
  const known = must(orders[3], 'an order that is known');
  const kept = [
    ...fresh.map((order) => ({orderId: order.id as OrderId, order})),
    {orderId: known.id as OrderId, basis: stampOf(known), order: {...known, status: 'cancelled', importId}},
  ];
  const products = [{id: productIdOf('TEA-2'), sku: 'TEA-2', title: 'Black tea', importId}];
  const quotes = [{currency: dollar, units: 11, scale: 1}];
  const days = [{id: '2026-03-02' as LocalDate, base: euro, source: 'ecb' as const, quotes}];
  const counts = {new: fresh.length, changed: 1, unchanged: 0, conflicting: 0};
  return [
    callOf(beginImport, {importId, files: [], counts}),
    callOf(importOrders, {importId, step: 0, orders: kept, products, buyers: []} as never),
    callOf(importDays, {importId, step: 1, days}),
    callOf(endImport, {importId, status: 'kept'}),
    callOf(undoStep, {importId, step: 1}),
    callOf(undoStep, {importId, step: 0}),
    callOf(redoStep, {importId, step: 0}),
    callOf(redoStep, {importId, step: 1}),
  ];
}

function idOf(name: string): OrderId {
  return givenOrder(name).id as OrderId;
}
