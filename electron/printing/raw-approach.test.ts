import {createServer, type AddressInfo, type Server, type Socket} from 'node:net';
import {afterEach, expect, it, vi} from 'vitest';
import {givenJob, givenPrinter} from '#core/testing/given-printing.ts';
import type {PrintJob} from '#core/printing/print-job.ts';
import {PrinterWays} from './printer-ways.ts';
import {RawApproach} from './raw-approach.ts';
import type {RawPlace} from './raw-printer.ts';

const label = Buffer.from('^XA^FDparcel 1^FS^XZ');
const job: PrintJob = {...givenJob(1), hash: '0'.repeat(64), bytes: label.length, askedAt: 0 as PrintJob['askedAt']};
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A printer that reads to the end and closes, and how many connections it has had. */
class ReadingPrinter {
  readonly sockets: Socket[] = [];
  text = '';
  place!: RawPlace;

  static async open(): Promise<ReadingPrinter> {
    const printer = new ReadingPrinter();
    const server = createServer({allowHalfOpen: true}, (socket) => {
      printer.sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (part: Buffer) => (printer.text += part.toString()));
      socket.on('end', () => socket.end());
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    printer.place = {host: '127.0.0.1', port: (server.address() as AddressInfo).port};
    return printer;
  }

  async met(count: number): Promise<void> {
    await vi.waitUntil(() => this.sockets.length === count);
  }
}

it('has had not one byte of a document that is about to be sent, and then has it by the same connection', async () => {
  const printer = await ReadingPrinter.open();
  const given = givenPrinter(1, {way: {way: 'raw', ...printer.place}});
  const ways = new PrinterWays();
  ways.approach(given);
  await printer.met(1);
  const before = printer.text;
  const sent = await ways.send(given, job, label).done;
  expect([before, sent, printer.text, printer.sockets.length]).toEqual([
    '',
    {outcome: 'handedOver'},
    label.toString(),
    1,
  ]);
});

it('has the document at once where the connection is still on its way', async () => {
  const printer = await ReadingPrinter.open();
  const given = givenPrinter(1, {way: {way: 'raw', ...printer.place}});
  const ways = new PrinterWays();
  ways.approach(given);
  const sent = await ways.send(given, job, label).done;
  expect([sent, printer.text, printer.sockets.length]).toEqual([{outcome: 'handedOver'}, label.toString(), 1]);
});

it('that closes the connection before anything is sent has the document by another, and nothing is taken for lost', async () => {
  const printer = await ReadingPrinter.open();
  const given = givenPrinter(1, {way: {way: 'raw', ...printer.place}});
  const ways = new PrinterWays();
  ways.approach(given);
  await printer.met(1);
  const closed = new Promise((resolve) => printer.sockets[0]?.once('close', resolve));
  printer.sockets[0]?.destroy();
  await closed;
  await new Promise((resolve) => setTimeout(resolve, 50));
  const sent = await ways.send(given, job, label).done;
  expect([sent, printer.text, printer.sockets.length]).toEqual([{outcome: 'handedOver'}, label.toString(), 2]);
});

it('is let go of where nothing comes', async () => {
  const printer = await ReadingPrinter.open();
  const one = new RawApproach(50);
  one.begin(printer.place);
  await printer.met(1);
  await vi.waitUntil(() => printer.sockets[0]?.destroyed);
  expect([one.take(printer.place), printer.text]).toEqual([undefined, '']);
});

it('keeps one connection at a time, and only for its own printer', async () => {
  const [first, second] = [await ReadingPrinter.open(), await ReadingPrinter.open()];
  const one = new RawApproach();
  one.begin(first.place);
  await first.met(1);
  one.begin(second.place);
  await vi.waitUntil(() => first.sockets[0]?.destroyed);
  const others = one.take(first.place);
  const own = one.take(second.place);
  expect([others, own?.destroyed, one.take(second.place)]).toEqual([undefined, false, undefined]);
  own?.destroy();
});
