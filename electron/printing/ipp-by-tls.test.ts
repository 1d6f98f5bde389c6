import {spawnSync} from 'node:child_process';
import {createHash, X509Certificate} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer, type Server} from 'node:https';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {must} from '#core/lib/assert.ts';
import {givenJob, givenPrinter} from '#core/testing/given-printing.ts';
import type {Instant} from '#core/time/instant.ts';
import {askIpp} from './ipp-printer.ts';
import {decodeIpp, encodeIpp} from './ipp-message.ts';
import {PrinterWays} from './printer-ways.ts';

const hasOpenssl = spawnSync('openssl', ['version']).error === undefined;
const terms = {stalledMs: 2_000, wholeMs: 4_000};
const label = Buffer.from('^XA^FDparcel 1^FS^XZ');

let server: Server | undefined;
let fingerprint = '';
/** How many bytes of requests came. */
let heard = 0;

/** A printer that has signed its own certificate, and takes every job. */
async function start(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', cert];
  spawnSync('openssl', ['req', '-x509', ...made, '-subj', '/CN=zebra', '-days', '2']);
  const files = {key: readFileSync(key), cert: readFileSync(cert)};
  rmSync(folder, {recursive: true});
  fingerprint = createHash('sha256').update(new X509Certificate(files.cert).raw).digest('hex');
  server = createServer(files, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => {
      heard += part.length;
      parts.push(part);
    });
    request.on('end', () => {
      const requestId = decodeIpp(Buffer.concat(parts))?.requestId ?? 0;
      const attributes = [{name: 'printer-state', tag: 0x23, values: [3]}];
      response.end(encodeIpp({code: 0, requestId, groups: [{tag: 4, attributes}]}));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
}

beforeAll(async () => {
  if (hasOpenssl) await start();
});
afterAll(() => server?.close());

describe.skipIf(!hasOpenssl)('a printer that has signed its own certificate (skipped: no Debian package)', () => {
  const uri = (): string => `ipps://127.0.0.1:${(must(server, 'a printer').address() as AddressInfo).port}/ipp/print`;

  it('is told nothing before a person has trusted it, and then talked to', async () => {
    const unknown = await askIpp(uri(), terms);
    const before = heard;
    const known = await askIpp(uri(), {...terms, fingerprint});
    expect([unknown, before, known.state, heard > 0]).toEqual([
      {state: 'silent', reasons: [], words: 'unknown certificate', mimeTypes: [], media: [], certificate: fingerprint},
      0,
      'idle',
      true,
    ]);
  });

  it('gets no label once it shows another certificate than that', async () => {
    const before = heard;
    const printer = givenPrinter(1, {way: {way: 'ipp', uri: uri(), fingerprint: 'a'.repeat(64)}});
    const job = {...givenJob(1), hash: '0'.repeat(64), bytes: label.length, askedAt: 0 as Instant};
    const ways = new PrinterWays({ipp: terms});
    const refused = await ways.send(printer, job, label).done;
    const trusted = {...printer, way: {way: 'ipp', uri: uri(), fingerprint}} as const;
    expect([refused, heard - before, (await ways.send(trusted, job, label).done).outcome]).toEqual([
      {outcome: 'notReached', words: 'another certificate'},
      0,
      'handedOver',
    ]);
  });
});
