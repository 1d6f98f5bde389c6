import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {inRoot, root} from '../run/places.mjs';
import {temporaryFolder} from '../run/temporary-folder.ts';

/** What `npm run -s tw -- ARGS` says and ends with. */
function tw(args: readonly string[], folder = temporaryFolder(), input = '') {
  const door = ['--import', 'tsx', inRoot('tools', 'tw', 'main.ts'), folder, ...args];
  const {status, stdout, stderr} = spawnSync(process.execPath, door, {cwd: root, encoding: 'utf8', input});
  return {status, stdout, stderr};
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

const shopify =
  'Name,Email,Financial Status,Created at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku';
const mug = '#1001,a@b.example,paid,2026-03-12T09:00:00Z,EUR,12.50,2,Mug,5.00,MUG';
const plate = '#1001,,,,,,1,Plate,2.50,PLATE';
const etsyOrders = 'Sale Date,Order ID,Buyer User ID,Full Name,Ship City,Currency,Order Value,Order Total,Date Paid';
const retail = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

test('several files are read at once, whatever they are called, and each is accounted for in one JSON object', () => {
  const folder = folderWith({
    'today.txt': `\uFEFF${[shopify, mug, plate, '#1002,,paid,soon,EUR,3.00,1,Cup,3.00,CUP'].join('\n')}\n`,
    'etsy.csv': `${etsyOrders}\n08/14/25,3001,777,Jane Doe,Austin,USD,$13.00,$18.12,08/14/25\n`,
    'retail.csv': `${retail}\n536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\nC536366,85123A,HEART,-1,2010-12-01 08:28:00,2.55,17850.0,United Kingdom\n`,
    'rates.csv': 'Date,USD,JPY\n2026-11-20,1.1511,180.62\n2026-11-19,1.1525,181.01\n',
  });

  const {status, stdout, stderr} = tw(['intake', 'today.txt', 'etsy.csv', 'retail.csv', 'rates.csv'], folder);

  const sure = {confidence: 1, encoding: 'utf-8'};
  const rejected = [{row: 4, fault: 'intake.bad_date', column: 'Created at'}];
  expect([status, stderr, stdout.endsWith('}\n'), JSON.parse(stdout)]).toEqual([
    0,
    '',
    true,
    {
      files: [
        {
          name: 'today.txt',
          format: 'shopify',
          ...sure,
          rows: 3,
          used: 2,
          rejected,
          orders: 1,
          lines: 2,
          totals: {EUR: 1250},
        },
        {
          name: 'etsy.csv',
          format: 'etsy-orders',
          ...sure,
          rows: 1,
          used: 1,
          rejected: [],
          orders: 1,
          lines: 0,
          totals: {USD: 1812},
        },
        {
          name: 'retail.csv',
          format: 'online-retail',
          ...sure,
          rows: 2,
          used: 2,
          rejected: [],
          orders: 2,
          lines: 2,
          totals: {GBP: 1275},
        },
        {
          name: 'rates.csv',
          format: 'ecb-rates',
          ...sure,
          rows: 2,
          used: 2,
          rejected: [],
          orders: 0,
          lines: 0,
          totals: {},
        },
      ],
    },
  ]);
});

test('a file that cannot be read at all says why in its place, the others are read, and the exit code is 1', () => {
  const folder = folderWith({'empty.csv': '', 'orders.csv': `${shopify}\n${mug}\n`});

  const {status, stdout} = tw(['intake', 'empty.csv', 'gone.csv', '.', path.join(folder, 'orders.csv')], folder);

  const nothing = {rows: 0, used: 0, rejected: [], orders: 0, lines: 0, totals: {}};
  const {files} = JSON.parse(stdout) as {files: readonly {name: string; orders: number}[]};
  expect([status, files.slice(0, 3), files[3]?.name, files[3]?.orders]).toEqual([
    1,
    [
      {name: 'empty.csv', fault: 'intake.file_empty', ...nothing},
      {name: 'gone.csv', fault: 'intake.file_not_found', ...nothing},
      {name: '.', fault: 'intake.file_not_found', ...nothing},
    ],
    'orders.csv',
    1,
  ]);
});

test('numbers are told line by line: whose they are, or that nobody makes such numbers', () => {
  const lines = [
    '1Z999AA10123456784',
    '',
    'not shipped',
    '9'.repeat(1_000_000),
    ' rr 4731 2482 9 fi ',
    'RR473124828FI',
  ];

  const {status, stdout, stderr} = tw(['track'], undefined, lines.join('\r\n'));

  const none = {valid: false, matches: []};
  const answers = stdout.split('\n').map((line) => (line === '' ? line : (JSON.parse(line) as unknown)));
  expect([status, stderr, answers]).toEqual([
    0,
    '',
    [
      {
        number: '1Z999AA10123456784',
        valid: true,
        matches: [
          {
            courier: 'ups',
            service: 'UPS Next Day Air',
            parts: {shipper: '999AA1', service: '01', package: '2345678', check: '4'},
          },
        ],
      },
      {number: '', ...none},
      {number: 'NOTSHIPPED', ...none},
      {number: '9'.repeat(60), ...none},
      {
        number: 'RR473124829FI',
        valid: true,
        matches: [
          {
            courier: 's10',
            service: 'Registered',
            parts: {service: 'RR', serial: '47312482', check: '9', country: 'FI'},
          },
        ],
      },
      {number: 'RR473124828FI', ...none},
      '',
    ],
  ]);
});

const parcel = {
  storefrontName: 'Nordlicht',
  shipTo: {name: '佐々木 美咲', street: '神宮前1丁目2番3号', postalCode: '150-0001', city: '渋谷区', country: 'JP'},
  orderNumber: '1001',
  contents: [{sku: 'TEA', quantity: 2}],
};

test('labels of parcels on stdin become one file, and what cannot be printed is told by its line', () => {
  const lines = [parcel, {...parcel, shipTo: {...parcel.shipTo, name: '🌿'}}, {...parcel, orderNumber: 7}, parcel];
  const input = `${lines.map((line) => JSON.stringify(line)).join('\n')}\nno JSON\n`;
  const folder = temporaryFolder();

  const {status, stdout, stderr} = tw(
    ['label', '--to', 'pdf', '--size', 'a4-4up', '--out', 'labels.pdf'],
    folder,
    input,
  );

  const file = readFileSync(path.join(folder, 'labels.pdf'), 'latin1');
  expect([status, stderr, JSON.parse(stdout)]).toEqual([
    1,
    '',
    {
      labels: 2,
      bytes: file.length,
      files: ['labels.pdf'],
      refused: [
        {line: 2, fault: 'paper.glyph_missing', letters: '🌿 (U+1F33F)'},
        {line: 3, fault: 'core.bad_shape', path: 'orderNumber', problem: 'invalid_type'},
        {line: 5, fault: 'core.bad_shape', path: '', problem: 'invalid_type'},
      ],
    },
  ]);
  expect([file.startsWith('%PDF-1.7'), file.match(/\/Type\/Page\//g)?.length]).toEqual([true, 1]);
});

test('pictures come one file each, printers get one job for each label', () => {
  const folder = temporaryFolder();
  const input = `${JSON.stringify(parcel)}\n${JSON.stringify({...parcel, orderNumber: '1002'})}\n`;
  const asked = (to: string) =>
    JSON.parse(tw(['label', '--to', to, '--dpi', '300', '--out', `l.${to}`], folder, input).stdout) as {
      readonly files: readonly string[];
    };
  expect(asked('png').files).toEqual(['l.png', 'l-2.png']);
  expect(asked('zpl').files).toEqual(['l.zpl']);
  expect(readFileSync(path.join(folder, 'l.zpl'), 'utf8').match(/\^XA/g)?.length).toBe(2);
  expect(asked('tspl').files).toEqual(['l.tspl']);
  expect(readFileSync(path.join(folder, 'l.tspl'), 'latin1').match(/PRINT 1,1\r\n/g)?.length).toBe(2);
});

test('help tells what a line of parcels holds', () => {
  const {status, stdout} = tw(['label', '--help']);
  expect([status, stdout.includes('shipTo'), stdout.includes('gs1-128')]).toEqual([0, true, true]);
});

test.each([
  [['label', '--to', 'doc'], /--to pdf\|zpl\|tspl\|png/],
  [['label', '--to', 'pdf'], /--out FILE/],
  [['label', '--to', 'zpl', '--out', 'x', '--dpi', '600'], /203 or 300/],
  [['label', '--to', 'zpl', '--out', 'x', '--size', 'a4-4up'], /has no sheets/],
  [['label', '--to', 'pdf', '--out', 'x', '--size', 'a5'], /no paper a5/],
  [['label', '--fast'], /Unknown option/],
  [[], /Say what to do\. There is:\n.*tw -- intake FILE/],
  [['fly'], /There is no fly\. There is:\n.*tw -- intake FILE/],
  [['intake'], /Name at least one file/],
  [['track', 'numbers.txt'], /Numbers are read from stdin/],
])('a call that is no call says so and prints nothing: tw %j', (args, complaint) => {
  const {status, stdout, stderr} = tw(args);

  expect([status, stdout, complaint.test(stderr)]).toEqual([2, '', true]);
});
