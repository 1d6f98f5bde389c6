import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {parsedJson} from '../lib/parsed-json.ts';
import {check} from '../lib/shape.ts';
import {registry} from '../registry.ts';
import {type TableName, tables} from '../schema.ts';
import {MasterInMemory, firstOrders} from '../testing/desk-at-master.ts';
import {monday} from '../testing/given.ts';
import {Applier} from './applier.ts';
import {askedIn} from './asked.ts';
import {digestOf, withHash, wholeShop} from './group.ts';
import {masterAddress} from './master-address.ts';
import {pushAnswer} from './protocol.ts';
import {shopManifest} from './shop-chunks.ts';
import {chunkText, genesisManifest, rowsOfChunk} from './snapshot.ts';
import {canonical} from '../lib/canonical.ts';

// Pushes and frames of the log have such tests in protocol.test.ts.
const runs = {numRuns: 1_000};
const hash = 'h'.repeat(43);
const garbage = fc.oneof(fc.string(), fc.json(), fc.string({unit: 'binary'}));
const names = fc.constantFrom(
  'n',
  'v',
  'args',
  '__proto__',
  'constructor',
  'chunks',
  'put',
  'orders',
  'hash',
  'no',
  '',
);

/** A JSON text with a value in it put in another's place, left out or added; or with a piece of it changed as a text. */
function near(value: object): fc.Arbitrary<string> {
  const text = JSON.stringify(value);
  const changes = fc.dictionary(fc.oneof(names, fc.constantFrom(...Object.keys(value))), fc.jsonValue(), {maxKeys: 3});
  const piece = fc.tuple(fc.nat(text.length), fc.nat(9), fc.string({maxLength: 4}));
  return fc.oneof(
    changes.map((changed) => JSON.stringify({...value, ...changed})),
    piece.map(([at, length, other]) => text.slice(0, at) + other + text.slice(at + length)),
  );
}

const answer = {v: 1, epoch: 1, seq: 3, n: 2, no: 'gap'};
const chunk = {sha: hash, table: 'orders', rows: 1, bytes: 9};
const shapes = {
  'the answer to a push': [pushAnswer, answer],
  'what a shop begins with': [genesisManifest, {chunks: [chunk]}],
  'what a desk begins with': [shopManifest, {epoch: 1, seq: 1, hash, chunks: [{...chunk, tier: 'hot'}]}],
} as const;

test.each(Object.entries(shapes))(
  '%s is taken for one where it says the same again, and else is a fault',
  (_name, [shape, value]) => {
    fc.assert(
      fc.property(fc.oneof(garbage, near(value)), (text) => {
        const read = check<unknown>(shape, parsedJson(text));
        expect(read).toEqual(read.ok ? {ok: true, value: parsedJson(text)} : {ok: false, fault: expect.anything()});
      }),
      runs,
    );
  },
);

test('what a line of a push asks for is a whole mutation, or a fault', () => {
  const asked = {n: 1, name: 'orders.hold', version: 1, args: {orderId: 'x'}, at: monday, batch: 'b'};
  fc.assert(
    fc.property(fc.oneof(garbage, near(asked)), (line) => {
      const read = askedIn(line);
      if (read && !read.bad) expect(read).toEqual(parsedJson(line));
      const {n, version, at} = {...asked, ...read};
      expect([n >= 1, version >= 0, at >= 0].concat([n, version, at].map(Number.isSafeInteger))).not.toContain(false);
    }),
    runs,
  );
});

test('the rows of a chunk are the very text they came in, or a fault', () => {
  const [order] = firstOrders;
  const table = fc.constantFrom(...Object.keys(tables), 'toString', '__proto__', '');
  fc.assert(
    fc.property(
      table,
      fc.oneof(garbage, near({...order}), fc.constant(chunkText([canonical(order)]))),
      (name, text) => {
        const read = rowsOfChunk(name, text);
        const again = read.ok && read.value.length > 0 ? chunkText(read.value.map((row) => row.text)) : undefined;
        expect(again).toBe(again === undefined ? undefined : text.replace(/\n?$/, '\n'));
      },
    ),
    runs,
  );
});

test('the address of a master is one that is safe, and the same when it is read again', () => {
  const near = fc.tuple(
    fc.constantFrom('https://', 'http://', 'HTTP:', 'javascript:', 'https://a@', ''),
    fc.oneof(fc.webAuthority(), fc.string()),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        garbage,
        fc.webUrl(),
        near.map((parts) => parts.join('')),
      ),
      (typed) => {
        const read = masterAddress(typed);
        if (!read.ok) return;
        expect([
          masterAddress(read.value),
          /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(read.value),
        ]).toEqual([read, true]);
      },
    ),
    runs,
  );
});

test('what a group says of rows is rows of their tables, or nothing of it is taken', async () => {
  const shop = await MasterInMemory.begin(registry.mutators);
  const row = {...firstOrders[0], totalMinor: 1};
  const rows = fc.array(
    fc.oneof(
      fc.jsonValue(),
      near(row).map((text) => parsedJson(text) ?? null),
    ),
    {maxLength: 2},
  );
  const tableName = fc.constantFrom(...(Object.keys(tables) as TableName[]));
  const effects = fc.record({
    put: fc.dictionary(tableName, rows),
    del: fc.dictionary(tableName, fc.array(fc.string(), {maxLength: 2})),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        garbage,
        effects.map((told) => JSON.stringify(told)),
      ),
      async (body) => {
        const {store} = await shop.desk('a');
        const group = withHash(shop.place.hash, {
          first: 1,
          last: 1,
          decidedAt: monday,
          by: {replica: 'b-----------', inc: 'first-------'},
          n: [1, 1],
          told: hash,
          not: [],
          parts: [{scope: wholeShop, digest: digestOf(body), body}],
        });
        const applied = await new Applier(store, registry.mutators).apply(group);
        const wrong = [...store.everyRow()].filter(
          ([name, one]) => !check(tables[name.split('/')[0] as TableName].shape, one).ok,
        );
        expect([applied.ok || applied.fault.code, wrong]).toEqual([applied.ok || 'sync.not_readable', []]);
      },
    ),
    {numRuns: 300},
  );
});
