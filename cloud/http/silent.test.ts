import {once} from 'node:events';
import {type Socket, connect} from 'node:net';
import {setTimeout as rest} from 'node:timers/promises';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {TestMaster} from '../testing/test-master.ts';

let started: TestMaster | undefined;
beforeAll(async () => {
  started = await TestMaster.start();
}, 60_000);
afterAll(() => started?.close(), 90_000);

test('a master that is asked to end does not wait for connections on which nobody has asked anything', async () => {
  const master = must(started, 'a master');
  const port = Number(new URL(master.url).port);
  const open: Socket[] = [];
  for (const first of ['', '', 'GET /v1/hello HTTP/1.1\r\nhost: here\r\n\r\n']) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    if (first) {
      socket.write(first);
      await once(socket, 'data');
    }
    open.push(socket);
  }
  // Far less than Node waits for a request that does not come, and far more than any machine needs.
  const ended = await Promise.race([master.again().then(() => 'ended'), rest(20_000, 'waits', {ref: false})]);
  for (const socket of open) socket.destroy();
  expect(ended).toBe('ended');
}, 60_000);
