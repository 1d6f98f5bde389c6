import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {expect, test} from 'vitest';
import {linesOf} from './text-lines.ts';
import {zplLabelsOf} from './zpl-labels.ts';
import {zplPictureOf} from './zpl-picture.ts';

const field = (text: string): string => `^FO10,10^A0N,30,30^FD${text}^FS`;
const texts = (file: string) => {
  const labels = zplLabelsOf(file);
  return labels.ok ? labels.value.map(({text}) => text.trim()) : labels.fault;
};
const job = (inside: string): string => `^XA^LH0,0^LT0^LS0^PON^FWN${inside}^PQ1^XZ`;
const size = '^PW812^LL1218';

test('each label of a file is a job of its own, of what draws and what tells its size alone', () => {
  const file = `~SD20^XA^MNY^MMT^JUS^XZ\n^XA^PW812^LL1218^PQ3${field('ONE')}^XZ^XA^POI${field('TWO')}^XZ`;
  expect(texts(file)).toEqual([job(size + field('ONE')), job(size + field('TWO'))]);
});

test('a label cannot end itself, begin another, or make a printer do anything else than print', () => {
  expect([
    texts(`^XA${field('Eve ~JA~JR')}^XZ`),
    texts(`~JR^XA${field('Eve')}^XZ~JA`),
    texts(`^XA${field('A')}^XZ${field('outside')}^XA${field('B')}^XZ`),
  ]).toEqual([[job('^FO10,10^A0N,30,30^FDEve ^FS')], [job(field('Eve'))], [job(field('A')), job(field('B'))]]);
});

test('what lies in the memory of a printer, or would go there, is refused by its name', () => {
  const refused = [
    '^DFR:A.ZPL',
    '^XFR:A.ZPL',
    '^IDR:*.*',
    '^XGR:LOGO.GRF',
    '^CC*',
    '~CC*',
    '^GFB,4,4,1,xxxx',
    '^EF',
    '^FN1',
    '^MUM',
  ];
  const commands = refused.map((command) => {
    const read = zplLabelsOf(`^XA${command}${field('x')}^XZ`);
    return read.ok ? command : `${read.fault.code} ${read.fault.values['command']}`;
  });
  expect(commands).toEqual(
    ['^DF', '^XF', '^ID', '^XG', '^CC', '~CC', '^GF', '^EF', '^FN', '^MU'].map(
      (name) => `shipping.bought_zpl_refused ${name}`,
    ),
  );
});

test('a file without a label, and one with too many, are told', () => {
  expect([texts('^XA^MNY^XZ'), texts(`^XA${field('x')}^XZ`.repeat(501))]).toEqual([
    {code: 'shipping.bought_no_labels', values: {}},
    {code: 'shipping.bought_too_many_labels', values: {labelsMax: 500}},
  ]);
});

test('texts and barcodes of a label are read as a person and a scanner would', () => {
  const file =
    '^XA^FO20,20^A0N,30,30^FH^FDJ_C3_B6rg Gro_C3_9F^FS^FT20,90^A0N,30^FDTeeweg 1\\&20095 Hamburg^FS' +
    '^FO300,20^A0N,30^FDOrder #1001^FS' +
    '^BY3^FO20,200^BCN,120,N,N,N^FD>:1Z5R8939>50357567127^FS' +
    '^FO20,400^BCN,120,N,N,N,D^FD(00)340434161094042557^FS' +
    '^FO20,600^BCN,100^FD>;>842094025>89205590164917312751089^FS' +
    '^FO20,700^BXN,4,200,,,,_^FD_1420940259_19205590164917312751089^FS' +
    '^FO20,800^BQN,2,5^FDQA,https://example.com^FS^XZ';
  const read = zplLabelsOf(file);
  const picture = read.ok && read.value[0] ? zplPictureOf(read.value[0].commands) : undefined;
  expect([picture && linesOf(picture.texts), picture?.codes.map(({text}) => text)]).toEqual([
    ['Jörg Groß Order #1001', 'Teeweg 1', '20095 Hamburg'],
    [
      ']C01Z5R89390357567127',
      ']C100340434161094042557',
      ']C142094025\u001D9205590164917312751089',
      ']d2420940259\u001D9205590164917312751089',
      ']Q1https://example.com',
    ],
  ]);
});

const shared = new URL('../../../../shared/data/labels/zpl/', import.meta.url);

test('labels that carriers have printed are read', (ctx) => {
  if (!existsSync(shared)) return ctx.skip('no shared data');
  const said = readdirSync(shared)
    .filter((name) => ['fedex.zpl', 'ups_surepost.zpl', 'amazon.zpl', 'pnldpd.zpl'].includes(name))
    .map((name) => {
      const read = zplLabelsOf(readFileSync(new URL(name, shared), 'latin1'));
      if (!read.ok) return `${name}: ${read.fault.code} ${read.fault.values['command'] ?? ''}`;
      const codes = read.value.flatMap(({commands}) => zplPictureOf(commands).codes);
      return `${name}: ${read.value.length}, ${codes.length} codes`;
    });
  expect(said).toMatchInlineSnapshot(`
    [
      "amazon.zpl: 1, 2 codes",
      "fedex.zpl: 1, 2 codes",
      "pnldpd.zpl: 2, 2 codes",
      "ups_surepost.zpl: 1, 5 codes",
    ]
  `);
});
