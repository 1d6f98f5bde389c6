import {mkdirSync, writeFileSync} from 'node:fs';
import {request, type IncomingHttpHeaders, type RequestOptions} from 'node:http';
import {connect} from 'node:net';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';

import {securityHeaders} from '#core/shell/headers.ts';

import {temporaryFolder} from '../run/temporary-folder.ts';

import {startServer} from './server.ts';

const html = '<meta name="csp-nonce" content="__NONCE__"><script nonce="__NONCE__" src="/assets/main-a1.js"></script>';

/** A running server over a small built page, with a secret beside the folder that is served. */
async function serving() {
  const outside = temporaryFolder();
  const folder = path.join(outside, 'renderer');
  mkdirSync(path.join(folder, 'assets'), {recursive: true});
  writeFileSync(path.join(outside, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'index.html'), html);
  writeFileSync(path.join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(path.join(folder, 'assets', 'main-a1.js'), 'run()');
  const server = await startServer({folder, port: 0, version: '1.2.3'});
  onTestFinished(() => server.close());
  const port = Number(new URL(server.origin).port);
  const ask = (target: string, options: RequestOptions = {}) => asked({port, path: target, ...options});
  return {ask, port, origin: server.origin, folder};
}

interface Heard {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks without tidying the address first, as `fetch` would. */
function asked(options: RequestOptions): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const question = request({host: '127.0.0.1', agent: false, ...options}, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += String(chunk)));
      response.on('end', () => resolve({status: response.statusCode, headers: response.headers, body}));
    });
    question.on('error', reject);
    question.end();
  });
}

const nonceOf = ({body}: Heard) => /content="([^"]+)"/.exec(body)?.[1] ?? '';

test('every showing of the page has a nonce of its own, and its policy admits only that one', async () => {
  const {ask} = await serving();
  const [first, second] = [await ask('/'), await ask('/index.html?demo=5')];
  expect([nonceOf(first) === nonceOf(second), first.body]).toEqual([
    false,
    html.replaceAll('__NONCE__', nonceOf(first)),
  ]);
  expect(second.headers).toMatchObject({
    ...securityHeaders({nonce: nonceOf(second)}),
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
  });
});

test.each([
  ['/assets/main-a1.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', 'run()'],
  ['/icon.svg', 'image/svg+xml', 'no-cache', '<svg/>'],
  ['/healthz', 'application/json; charset=utf-8', 'no-store', '{"app":"tradewind","version":"1.2.3"}'],
])('%s is sent as what it is, under the same protection', async (target, type, keep, body) => {
  const {ask} = await serving();
  const heard = await ask(target);
  expect([heard.status, heard.body]).toEqual([200, body]);
  expect(heard.headers).toMatchObject({...securityHeaders(), 'content-type': type, 'cache-control': keep});
});

test('asking for the headers alone sends no page', async () => {
  const {ask} = await serving();
  const heard = await ask('/icon.svg', {method: 'HEAD'});
  expect([heard.status, heard.headers['content-length'], heard.body]).toEqual([200, '6', '']);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async (method) => {
  const {ask} = await serving();
  const heard = await ask('/', {method});
  expect([heard.status, heard.headers.allow]).toEqual([405, 'GET, HEAD']);
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/assets/../../secret.txt',
  '//127.0.0.1/secret.txt',
  '/secret.txt%00.js',
  '/assets',
])('nothing outside of the built page can be reached: %s', async (target) => {
  const {ask} = await serving();
  const heard = await ask(target);
  expect([heard.status, heard.body]).toEqual([404, 'Nothing is at this address\n']);
  expect(heard.headers).toMatchObject(securityHeaders());
});

test('an address that cannot be read is refused', async () => {
  const {ask} = await serving();
  expect((await ask('/%E0%A4%A')).status).toBe(400);
});

test.each(['evil.example', 'evil.example:4780', '127.0.0.1', '127.0.0.1:1', '[::1]', '127.0.0.1.evil.example'])(
  'a foreign name that points at this machine gets nothing: %s',
  async (host) => {
    const {ask} = await serving();
    const heard = await ask('/', {headers: {host}});
    expect([heard.status, heard.body.includes('csp-nonce')]).toEqual([421, false]);
  },
);

test.each([
  ['/?demo=5', '/?demo=5'],
  ['//evil.example/', '/evil.example/'],
  ['/\\evil.example/', '/evil.example/'],
])('the other name of this machine leads to the one address that has the data: %s', async (target, place) => {
  const {ask, port, origin} = await serving();
  const heard = await ask(target, {headers: {host: `localhost:${port}`}});
  expect([heard.status, heard.headers.location]).toEqual([307, origin + place]);
});

test('a question without any host is refused', async () => {
  const {port} = await serving();
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end('GET / HTTP/1.0\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('close', () => resolve(text));
  });
  expect(answer.split('\r\n', 1)).toEqual(['HTTP/1.1 421 Misdirected Request']);
});

test('an open window keeps its build while a newer one is written', async () => {
  const {ask, folder} = await serving();
  writeFileSync(path.join(folder, 'assets', 'main-a1.js'), 'newer()');
  expect((await ask('/assets/main-a1.js')).body).toBe('run()');
});

test('a port that is taken is told by its code', async () => {
  const {port, folder} = await serving();
  await expect(startServer({folder, port, version: '1.2.3'})).rejects.toMatchObject({code: 'EADDRINUSE'});
});
