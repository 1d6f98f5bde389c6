import {type Shape, flag, integer, list, object, oneOf, optional, text} from '../../lib/shape.ts';
import {addressShape, deliveryShape} from '../../storefronts/address.ts';
import type {ParcelLabel} from './parcel-label.ts';

const code = object({
  kind: oneOf(['code128', 'gs1-128', 'datamatrix', 'gs1-datamatrix', 'qr']),
  data: text({min: 1, max: 600}),
});

/** A label as a file of parcels has it, one JSON object a line. */
export const parcelLabelShape: Shape<ParcelLabel> = object({
  storefrontName: text({max: 120}),
  sender: optional(addressShape),
  shipTo: deliveryShape,
  orderNumber: text({min: 1, max: 80}),
  service: optional(text({max: 80})),
  tracking: optional(object({text: text({min: 1, max: 80}), code})),
  square: optional(code),
  isReturn: optional(flag()),
  contents: list(object({sku: text({max: 80}), quantity: integer({min: 1, max: 1_000_000})}), {max: 1000}),
});
