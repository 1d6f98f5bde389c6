import type {Row} from '../schema.ts';
import type {Db} from '../sync/define.ts';

/** The rows that the arguments of a change name, as they are now: null where there is none, absent where none is named. */
export interface RowsNow {
  readonly order?: Row<'orders'> | null;
  readonly storefront?: Row<'storefronts'> | null;
  readonly business?: Row<'businesses'> | null;
}

interface Named {
  readonly order?: string | undefined;
  /** Which has its order. */
  readonly parcel?: string | undefined;
  readonly storefront?: string | undefined;
  readonly business?: string | undefined;
  /** The name that a storefront was to have: who has it is what stands in its way. */
  readonly namesake?: readonly [businessId: string, name: string] | undefined;
}

/** Looks at the rows of many changes at once: a wait for each table instead of one for each change. */
export async function rowsNow(
  db: Db,
  changes: readonly {readonly name: string; readonly args?: string}[],
): Promise<readonly RowsNow[]> {
  const named = changes.map((change) => namedIn(change));
  const namesakes = await Promise.all(named.map((one) => namesakeOf(db, one)));
  const ids = (kind: 'parcel' | 'storefront' | 'business'): readonly string[] => named.map((one) => one[kind] ?? '');
  const parcels = await db.parcels.getMany(ids('parcel'));
  const orderIds = named.map(({order}, at) => order ?? parcels[at]?.lines[0]?.orderId);
  const orders = await db.orders.getMany(orderIds.map((orderId) => orderId ?? ''));
  const storefronts = await db.storefronts.getMany(ids('storefront'));
  const businesses = await db.businesses.getMany(ids('business'));
  return named.map(({storefront, business}, at) => ({
    ...(orderIds[at] !== undefined && {order: orders[at] ?? null}),
    ...(storefront !== undefined && {storefront: storefronts[at] ?? namesakes[at] ?? null}),
    ...(business !== undefined && {business: businesses[at] ?? null}),
  }));
}

async function namesakeOf(db: Db, {namesake}: Named): Promise<Row<'storefronts'> | undefined> {
  return namesake && (await db.storefronts.byKey('name', ...namesake))[0];
}

function namedIn({name, args}: {readonly name: string; readonly args?: string}): Named {
  const value: unknown = args === undefined ? undefined : JSON.parse(args);
  const [feature] = name.split('.');
  const own = textAt(value, 'id');
  const [businessId, called] = [textAt(value, 'businessId'), textAt(value, 'name')];
  return {
    order: textAt(value, 'orderId') ?? textAt(fieldOf(value, 'order'), 'id') ?? textAt(firstLineOf(value), 'orderId'),
    parcel: textAt(value, 'parcelId'),
    storefront: feature === 'storefronts' ? (own ?? textAt(value, 'storefrontId')) : undefined,
    business: feature === 'businesses' ? own : undefined,
    namesake:
      feature === 'storefronts' && businessId !== undefined && called !== undefined ? [businessId, called] : undefined,
  };
}

/** A packed parcel names its orders line by line. */
function firstLineOf(value: unknown): unknown {
  const lines = fieldOf(value, 'lines');
  return Array.isArray(lines) ? lines[0] : undefined;
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[field] : undefined;
}

function textAt(value: unknown, field: string): string | undefined {
  const found = fieldOf(value, field);
  return typeof found === 'string' ? found : undefined;
}
