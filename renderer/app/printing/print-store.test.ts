import {afterEach, expect, test} from 'vitest';
import {GivenPrintDesk} from '#core/testing/given-print-desk.ts';
import {givenJob, givenPrinter, labelBytes, settled} from '#core/testing/given-printing.ts';
import {callPrinting, followPrinting, usePrinting} from './print-store.ts';

let stop: (() => void) | undefined;
afterEach(() => stop?.());

const shown = () => usePrinting.getState().desk?.jobs.map(({status}) => status);

test('a window knows every job as it goes on, without asking again and again', async () => {
  const given = new GivenPrintDesk();
  let asked = 0;
  const {desktop} = given;
  stop = followPrinting({
    on: desktop.on,
    call: (channel, args) => {
      if (channel === 'printing.desk') asked += 1;
      return desktop.call(channel, args);
    },
  });
  await callPrinting('printing.save', givenPrinter(1));
  for (const n of [1, 2]) await callPrinting('printing.print', {...givenJob(n), bytes: labelBytes(n)});
  await settled();
  const seen = [shown()];
  given.printers.open[0]?.answer({outcome: 'handedOver'});
  await settled();
  seen.push(shown());
  await given.tick();
  seen.push(shown());
  given.printers.open[0]?.answer({outcome: 'lost', words: 'ECONNRESET'});
  await settled();
  seen.push(shown());
  const before = asked;
  await given.tick();
  expect({seen, words: usePrinting.getState().desk?.jobs[1]?.words, more: asked - before}).toEqual({
    seen: [
      ['sending', 'asked'],
      ['sent', 'asked'],
      ['sent', 'sending'],
      ['sent', 'unknown'],
    ],
    words: 'ECONNRESET',
    more: 0,
  });
});

test('a window in a browser has no print queue, and one that is left hears nothing more', async () => {
  stop = followPrinting(undefined);
  const inBrowser = usePrinting.getState();
  const given = new GivenPrintDesk();
  followPrinting(given.desktop)();
  await given.answers['printing.save'](givenPrinter(1));
  await settled();
  expect([inBrowser, usePrinting.getState()]).toEqual([
    {desktop: undefined, desk: undefined, fault: undefined},
    {desktop: undefined, desk: undefined, fault: undefined},
  ]);
});
