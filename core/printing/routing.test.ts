import {describe, expect, it} from 'vitest';
import {givenPrinter, printerId} from '../testing/given-printing.ts';
import {knownMedia} from './media.ts';
import {checkFit, firstRoutes, printerFor, printerOfKind, type Route, type Wanted} from './routing.ts';

const printers = [
  givenPrinter(1),
  givenPrinter(2, {name: 'Office', language: 'pdf', media: knownMedia.a4, dpi: 600}),
  givenPrinter(3, {name: 'Small roll', media: knownMedia.label100x100}),
];
const routes: readonly Route[] = [
  {kind: 'label', printerId: printerId(1)},
  {kind: 'label', media: knownMedia.label100x100, printerId: printerId(3)},
  {kind: 'invoice', printerId: printerId(2)},
  {kind: 'manifest', printerId: printerId(9)},
];
const label: Wanted = {kind: 'label', media: knownMedia.label4x6, languages: ['pdf', 'zpl']};

describe('a document', () => {
  it.each<[string, Wanted, string]>([
    ['goes to the printer of its kind', label, 'Zebra 1'],
    ['goes to the printer of its paper before that of its kind', {...label, media: 'om_x_100x100mm'}, 'Small roll'],
    ['is taken by a roll of its size under another name', {...label, media: 'om_roll_102x152mm'}, 'Zebra 1'],
    ['goes nowhere without a route', {...label, kind: 'pickList'}, 'printing.no_route'],
    ['goes nowhere when its printer is gone', {...label, kind: 'manifest'}, 'printing.printer_not_found'],
    ['is not printed on another paper', {...label, kind: 'invoice', media: knownMedia.letter}, 'printing.wrong_media'],
    ['is not sent in a language its printer cannot read', {...label, languages: ['pdf']}, 'printing.wrong_language'],
  ])('%s', (_what, wanted, expected) => {
    const found = printerFor(wanted, routes, printers);
    expect(found.ok ? found.value.name : found.fault.code).toBe(expected);
  });

  it('that is made for any paper goes to the printer of its kind', () => {
    const kinds = ['label', 'invoice', 'manifest', 'pickList'] as const;
    const only = routes.slice(1);
    expect([
      ...kinds.map((kind) => printerOfKind(kind, {routes, printers})?.name),
      printerOfKind('label', {routes: only, printers})?.name,
    ]).toEqual(['Zebra 1', 'Office', undefined, undefined, 'Small roll']);
  });

  it('that no printer takes goes to the first whose paper is for it, and stays with it', () => {
    const roll = {id: printerId(7), media: knownMedia.a6};
    const sheets = {id: printerId(8), media: knownMedia.letter};
    const none = {routes: [], printers: []};
    const gone = {routes: [{kind: 'label', printerId: printerId(9)} as const], printers};
    const kindsOf = (all: readonly Route[]): readonly string[] => all.map(({kind}) => kind);
    expect({
      roll: firstRoutes(roll, none),
      sheets: kindsOf(firstRoutes(sheets, none)),
      secondRoll: firstRoutes(roll, {routes, printers}),
      secondSheets: kindsOf(firstRoutes(sheets, {routes, printers})),
      behindOneThatIsGone: kindsOf(firstRoutes(roll, gone)),
      unknownPaper: firstRoutes({...roll, media: 'custom'}, none),
    }).toEqual({
      roll: [{kind: 'label', printerId: printerId(7)}],
      sheets: ['packingSlip', 'invoice', 'customsForm', 'manifest', 'pickList'],
      secondRoll: [],
      secondSheets: ['packingSlip', 'customsForm', 'manifest', 'pickList'],
      behindOneThatIsGone: ['label'],
      unknownPaper: [],
    });
  });

  it('made of dots fits one resolution; a PDF fits each', () => {
    const made = {kind: 'label', media: knownMedia.label4x6, language: 'zpl', dpi: 300} as const;
    const pdf = {kind: 'invoice', media: knownMedia.a4, language: 'pdf', dpi: 72} as const;
    const answers = [checkFit(made, givenPrinter(1)), checkFit(pdf, printers[1] ?? givenPrinter(1))];
    expect(answers.map((each) => each.ok || each.fault.code)).toEqual(['printing.wrong_dpi', true]);
  });

  it('that finds out what lies in a printer is printed on whatever does', () => {
    const sheet = {kind: 'testSheet', media: knownMedia.a4, language: 'zpl'} as const;
    expect(checkFit(sheet, givenPrinter(1)).ok).toBe(true);
  });
});
