import {createServer, type RequestListener} from 'node:http';
import {createServer as createRawServer, type AddressInfo, type Server} from 'node:net';
import {expect, onTestFinished, test} from 'vitest';

import {occupantOf} from './occupant.mjs';

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

const answering = (answer: RequestListener) => listening(createServer(answer));

test('Tradewind is recognised on its port, with its version', async () => {
  const port = await answering((request, response) =>
    response.end(request.url === '/healthz' ? '{"app":"tradewind","version":"1.2.3"}' : ''),
  );
  expect(await occupantOf(port)).toEqual({who: 'tradewind', version: '1.2.3'});
});

test.each<[string, RequestListener]>([
  ['answers something else', (_request, response) => response.end('{"app":"ledger"}')],
  ['answers no JSON', (_request, response) => response.end('<html>')],
  ['answers null', (_request, response) => response.end('null')],
  ['never stops answering', (_request, response) => response.write('x'.repeat(10_000))],
  ['hangs up', (request) => request.destroy()],
])('another program is told apart: it %s', async (_what, answer) => {
  expect(await occupantOf(await answering(answer))).toEqual({who: 'somebody'});
});

test('another program that does not speak HTTP is told apart', async () => {
  const port = await listening(createRawServer((socket) => socket.end('220 mail\r\n')));
  expect(await occupantOf(port)).toEqual({who: 'somebody'});
});

test('another program that takes the question and keeps quiet is told apart', async () => {
  expect(await occupantOf(await answering(() => {}), 50)).toEqual({who: 'somebody'});
});

test('a port that nobody holds is free', async () => {
  const server = createRawServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  expect(await occupantOf(port)).toEqual({who: 'nobody'});
});
