import {describe, expect, it} from 'vitest';
import {uncalibrated} from '#core/printing/calibration.ts';
import {givenPrinter, printerId} from '#core/testing/given-printing.ts';
import {formOf, languagesOf, newForm, type PrinterForm, readForm} from './printer-form.ts';

const typed = (changes: Partial<PrinterForm>): PrinterForm => ({
  ...newForm,
  name: ' Bench ',
  host: '10.0.0.7',
  ...changes,
});
const read = (changes: Partial<PrinterForm>) => {
  const form = readForm(typed(changes), printerId(1), undefined);
  return form.ok ? form.printer : form.wrong;
};

describe('a printer as it is typed', () => {
  it('is a printer, with the paper and the way that were chosen', () => {
    expect([
      read({}),
      read({way: 'ipp', uri: 'ipp://10.0.0.7/ipp/print', language: 'pdf', dpi: '300', media: 'iso_a4_210x297mm'}),
      read({way: 'queue', queue: 'zebra', media: '', width: '76', height: '51', checking: 'always'}),
    ]).toEqual([
      givenPrinter(1, {name: 'Bench', way: {way: 'raw', host: '10.0.0.7', port: 9100}, checking: 'sample'}),
      givenPrinter(1, {
        name: 'Bench',
        way: {way: 'ipp', uri: 'ipp://10.0.0.7/ipp/print'},
        language: 'pdf',
        dpi: 300,
        media: 'iso_a4_210x297mm',
        checking: 'sample',
      }),
      givenPrinter(1, {
        name: 'Bench',
        way: {way: 'queue', name: 'zebra'},
        media: 'om_76x51mm_76x51mm',
        checking: 'always',
      }),
    ]);
  });

  it.each<[string, Partial<PrinterForm>, readonly string[]]>([
    ['nothing', {name: '', host: ''}, ['name', 'host']],
    ['a web address', {way: 'ipp', uri: 'http://10.0.0.7/'}, ['uri']],
    ['a port that is none', {port: '70000'}, ['port']],
    ['a port in words', {port: 'nine'}, ['port']],
    ['no queue', {way: 'queue'}, ['queue']],
    ['paper in inches', {media: '', width: '4"', height: '6"'}, ['media']],
    ['paper of nothing', {name: '', media: '', width: '00', height: '150'}, ['name', 'media']],
  ])('is told field by field where it is none: %s', (_what, changes, expected) => {
    expect(read(changes)).toEqual(expected);
  });

  it('comes back into the form as it was typed', () => {
    const ways = [
      {way: 'raw', host: 'fe80::1', port: 9101},
      {way: 'ipp', uri: 'ipps://zebra.local:8631/print'},
      {way: 'ipp', uri: 'ipps://zebra.local/print', fingerprint: 'a'.repeat(64)},
      {way: 'queue', name: 'office'},
    ] as const;
    const printers = ways.map((way) =>
      givenPrinter(1, {way, media: 'om_76x51mm_76x51mm', dpi: 300, checking: 'never', calibration: uncalibrated}),
    );
    expect(printers.map((printer) => readForm(formOf(printer), printer.id, printer))).toEqual(
      printers.map((printer) => ({ok: true, printer})),
    );
  });

  it('is trusted by its certificate at the address where that was shown, and at no other', () => {
    const trusted = {uri: 'ipps://zebra.local/print', fingerprint: 'a'.repeat(64)};
    const at = (uri: string) => {
      const form = readForm(typed({way: 'ipp', uri, trusted}), printerId(1), undefined);
      return form.ok && form.printer.way;
    };
    expect([at('ipps://zebra.local/print'), at('ipps://other.local/print')]).toEqual([
      {way: 'ipp', ...trusted},
      {way: 'ipp', uri: 'ipps://other.local/print'},
    ]);
  });

  it('reads what a printer names, never bytes that could be anything', () => {
    expect(languagesOf(['application/octet-stream', 'application/pdf', 'application/vnd.zebra-zpl'])).toEqual([
      'zpl',
      'pdf',
    ]);
  });
});
