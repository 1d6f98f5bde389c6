import {createServer, type Server, type Socket} from 'node:net';
import type {AddressInfo} from 'node:net';
import {afterEach, describe, expect, it} from 'vitest';
import type {Sent} from '#core/printing/printer-port.ts';
import {sendRaw} from './raw-printer.ts';

const limits = {connectMs: 5_000, stalledMs: 400, endMs: 400};
const label = Buffer.from('^XA^FDparcel 1^FS^XZ');
/** More than the system's buffers at both ends take. */
const large = Buffer.alloc(24 * 1024 * 1024, '^');

const servers: Server[] = [];
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** A printer that does with a connection what the test says. */
async function printer(behave: (socket: Socket) => void): Promise<{host: string; port: number}> {
  const server = createServer({allowHalfOpen: true}, (socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    behave(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {host: '127.0.0.1', port: (server.address() as AddressInfo).port};
}

/** A printer that reads to the end and closes. */
async function reading(): Promise<{place: {host: string; port: number}; read: Buffer[]}> {
  const read: Buffer[] = [];
  const place = await printer((socket) => {
    socket.on('data', (part: Buffer) => read.push(part));
    socket.on('end', () => socket.end());
  });
  return {place, read};
}

describe('a printer at a raw port', () => {
  it('has every byte, as often as copies were asked for', async () => {
    const {place, read} = await reading();
    const sent = await sendRaw(place, label, 3, limits).done;
    expect([sent, Buffer.concat(read).toString()]).toEqual([{outcome: 'handedOver'}, label.toString().repeat(3)]);
  });

  it('has a document larger than all buffers, whole', async () => {
    const {place, read} = await reading();
    const sent = await sendRaw(place, large, 1, limits).done;
    expect([sent, Buffer.concat(read).equals(large)]).toEqual([{outcome: 'handedOver'}, true]);
  });

  it.each<[string, (socket: Socket) => void, Buffer, Sent]>([
    ['never reads', (socket) => socket.pause(), large, {outcome: 'lost', words: 'does not read'}],
    [
      'reads nothing of a label that fits its buffers',
      (socket) => socket.pause(),
      label,
      {outcome: 'lost', words: 'does not close'},
    ],
    ['reads and never closes', (socket) => socket.resume(), label, {outcome: 'lost', words: 'does not close'}],
    [
      'resets in mid-job',
      (socket) => socket.once('data', () => socket.resetAndDestroy()),
      large,
      {outcome: 'lost', words: 'ECONNRESET'},
    ],
    [
      'resets behind a whole label',
      (socket) => socket.once('data', () => socket.resetAndDestroy()),
      label,
      {outcome: 'lost', words: 'ECONNRESET'},
    ],
    [
      'talks without end and reads nothing',
      (socket) => {
        socket.pause();
        const talk = (): void => {
          while (socket.writable && socket.write(Buffer.alloc(65_536, 'garbage'))) continue;
        };
        socket.on('drain', talk);
        talk();
      },
      large,
      {outcome: 'lost', words: 'does not read'},
    ],
  ])('that %s is given up, and nobody says that it printed', async (_what, behave, bytes, expected) => {
    const place = await printer(behave);
    expect(await sendRaw(place, bytes, 1, limits).done).toEqual(expected);
  });

  it('that closes in mid-job has not printed, as far as anybody knows', async () => {
    const place = await printer((socket) => socket.once('data', () => socket.destroy()));
    expect((await sendRaw(place, large, 1, limits).done).outcome).toBe('lost');
  });

  it('that is switched off has had not one byte', async () => {
    const place = await printer(() => undefined);
    const server = servers.pop();
    await new Promise((resolve) => server?.close(resolve));
    expect(await sendRaw(place, label, 1, limits).done).toEqual({outcome: 'notReached', words: 'ECONNREFUSED'});
  });

  it('gets nothing more of what was given up', async () => {
    const place = await printer((socket) => socket.pause());
    const sending = sendRaw(place, large, 1, {...limits, stalledMs: 60_000});
    setTimeout(() => sending.abandon(), 200);
    expect(await sending.done).toEqual({outcome: 'lost', words: 'given up'});
  });
});
