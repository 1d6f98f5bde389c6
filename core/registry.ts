import {describeProduct, forgetBarcode, teachBarcode} from './catalog/mutators.ts';
import {productsLike, productsOfSkus, skusOfBarcodes} from './catalog/queries.ts';
import {buyersPage} from './customers/queries.ts';
import type {Registry} from './data/engine.ts';
import {salesByDay} from './insights/sales-by-day.ts';
import {salesOrders} from './insights/sales-orders.ts';
import {ratesInUse} from './insights/queries.ts';
import {removeTypedRate, setTypedRates, typeRate} from './insights/rates/mutators.ts';
import {ratesKept} from './insights/rates/rates-kept.ts';
import {importDays} from './intake/import-days.ts';
import {beginImport, endImport, importOrders, rememberChoice} from './intake/mutators.ts';
import {importsInFull, sourceOfOrder, stepsOfImport} from './intake/queries.ts';
import {redoStep, undoStep} from './intake/undo-step.ts';
import {createOrder, editOrder, restoreOrder, withdrawOrder} from './orders/manual-mutators.ts';
import {orderList} from './orders/list-view.ts';
import {holdOrder, recallOrder, releaseOrder, resumeOrder} from './orders/mutators.ts';
import {freeOrderNumber} from './orders/free-number.ts';
import {orderInFull} from './orders/queries.ts';
import {labelUsed, returnLabels, takeLabels} from './shipping/bought/mutators.ts';
import {labelsKept, labelsOfOrder, numbersTaken} from './shipping/bought/queries.ts';
import {handoverVoided, parcelsHandedOver} from './shipping/handover/mutators.ts';
import {parcelsOfDay} from './shipping/handover/parcels-of-day.ts';
import {manifestsOfDay, parcelsToHandOver} from './shipping/handover/queries.ts';
import {parcelList} from './shipping/packing/list-view.ts';
import {
  labelReprinted,
  parcelClosed,
  parcelLabelled,
  parcelPacked,
  parcelReopened,
  parcelVoided,
} from './shipping/packing/mutators.ts';
import {orderToPack, ordersNumbered, ordersToJoin, parcelAsPacked} from './shipping/packing/queries.ts';
import {
  endRange,
  numbersDrawn,
  numbersSettled,
  numbersSkipped,
  rangeHolderNamed,
  registerRange,
  resumeRange,
  takeRange,
} from './shipping/ranges/mutators.ts';
import {rangesKept} from './shipping/ranges/queries.ts';
import {channelTold, keepTelling, nameCarrier, takeTellingBack} from './shipping/road-back/mutators.ts';
import {parcelsToTell, tellingsKept} from './shipping/road-back/queries.ts';
import {clearNumbers, closeUpload, reopenUpload, setNumbers, uploadMade} from './shipping/upload/mutators.ts';
import {batchesKept, ordersToUpload, ordersWithLabels, templatesKept} from './shipping/upload/queries.ts';
import {changeTemplate, createTemplate, deleteTemplate} from './shipping/upload/template-mutators.ts';
import {
  bindTote,
  endWave,
  freeTote,
  makeWave,
  putIntoWave,
  resumeWave,
  takeOutOfWave,
} from './shipping/waves/mutators.ts';
import {orderInTote, waveNumbers, waveToPick, wavesNow} from './shipping/waves/queries.ts';
import {ordersWaiting} from './shipping/waves/waiting.ts';
import {changeBusiness, createBusiness, createStorefront, removeStorefront} from './storefronts/mutators.ts';
import {businessesInFull} from './storefronts/queries.ts';
import {dismissTrayItem, returnTrayItem} from './tray/mutators.ts';
import {trayCount, trayInFull, trayItemWhole} from './tray/queries.ts';

/** Every change, read, list and summary the product has. */
export const registry: Registry = {
  mutators: [
    createBusiness,
    changeBusiness,
    createStorefront,
    removeStorefront,
    holdOrder,
    resumeOrder,
    releaseOrder,
    recallOrder,
    createOrder,
    editOrder,
    restoreOrder,
    withdrawOrder,
    beginImport,
    importOrders,
    importDays,
    endImport,
    undoStep,
    redoStep,
    rememberChoice,
    typeRate,
    removeTypedRate,
    setTypedRates,
    dismissTrayItem,
    returnTrayItem,
    teachBarcode,
    forgetBarcode,
    describeProduct,
    parcelPacked,
    parcelLabelled,
    labelReprinted,
    parcelClosed,
    parcelReopened,
    parcelVoided,
    takeLabels,
    returnLabels,
    labelUsed,
    registerRange,
    endRange,
    resumeRange,
    takeRange,
    rangeHolderNamed,
    numbersDrawn,
    numbersSettled,
    numbersSkipped,
    createTemplate,
    changeTemplate,
    deleteTemplate,
    uploadMade,
    setNumbers,
    clearNumbers,
    closeUpload,
    reopenUpload,
    channelTold,
    takeTellingBack,
    keepTelling,
    nameCarrier,
    makeWave,
    endWave,
    resumeWave,
    takeOutOfWave,
    putIntoWave,
    bindTote,
    freeTote,
    parcelsHandedOver,
    handoverVoided,
  ],
  queries: [
    businessesInFull,
    orderInFull,
    freeOrderNumber,
    ratesKept,
    ratesInUse,
    importsInFull,
    sourceOfOrder,
    stepsOfImport,
    productsLike,
    skusOfBarcodes,
    productsOfSkus,
    buyersPage,
    trayInFull,
    trayCount,
    trayItemWhole,
    orderToPack,
    ordersNumbered,
    ordersToJoin,
    parcelAsPacked,
    labelsKept,
    labelsOfOrder,
    numbersTaken,
    rangesKept,
    templatesKept,
    batchesKept,
    ordersToUpload,
    ordersWithLabels,
    parcelsToTell,
    tellingsKept,
    wavesNow,
    waveNumbers,
    waveToPick,
    orderInTote,
    manifestsOfDay,
    parcelsToHandOver,
  ],
  views: [orderList, parcelList],
  summaries: [salesByDay, salesOrders, ordersWaiting, parcelsOfDay],
};
