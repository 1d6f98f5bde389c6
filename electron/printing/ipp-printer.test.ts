import {afterEach, describe, expect, it} from 'vitest';
import type {Sent} from '#core/printing/printer-port.ts';
import {givenJob, givenPrinter} from '#core/testing/given-printing.ts';
import {askIpp, askIppJob, askQueues, cancelIpp, sendIpp} from './ipp-printer.ts';
import {answer, IppServer, type Reply} from './testing/ipp-server.ts';
import {encodeIpp, textsOf, valuesOf} from './ipp-message.ts';
import type {PrintJob} from '#core/printing/print-job.ts';
import type {Instant} from '#core/time/instant.ts';

const limits = {stalledMs: 500, wholeMs: 1_500};
const label = Buffer.from('^XA^FDparcel 1^FS^XZ');
const job: PrintJob = {...givenJob(1), copies: 2, hash: '0'.repeat(64), bytes: label.length, askedAt: 0 as Instant};
const [printJob, validateJob] = [2, 4];

let server: IppServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function sentTo(reply: Reply, bytes: Uint8Array = label): Promise<Sent> {
  server = await IppServer.start(reply);
  return sendIpp(server.uri, givenPrinter(1), job, bytes, limits).done;
}

/** Takes the job when asked whether it would, then does as the test says. */
function whenPrinting(then: Reply): Reply {
  return (heard, response, request) => {
    if (heard.message.code === validateJob) answer(response, heard, 0);
    else then(heard, response, request);
  };
}

const jobAttributes = [
  {name: 'job-id', tag: 0x21, values: [147]},
  {name: 'job-state', tag: 0x23, values: [3]},
  {name: 'job-state-reasons', tag: 0x44, values: ['job-incoming']},
];

describe('a printer that speaks IPP', () => {
  it('is asked whether it would, and then has the very bytes and what they are to be printed on', async () => {
    const sent = await sentTo(whenPrinting((heard, response) => answer(response, heard, 0, jobAttributes)));
    const [, printed] = server?.heard ?? [];
    expect([
      sent,
      server?.heard.map(({message}) => message.code),
      printed?.document.toString(),
      printed &&
        ['media', 'copies', 'document-format', 'job-name', 'ipp-attribute-fidelity'].map(
          (name) => valuesOf(printed.message, name)[0],
        ),
    ]).toEqual([
      {outcome: 'handedOver', remoteId: 147, words: 'job-incoming'},
      [validateJob, printJob],
      label.toString(),
      ['na_index-4x6_4x6in', 2, 'application/vnd.zebra-zpl', job.id, true],
    ]);
  });

  it('that does not know ZPL by its name has it as it is', async () => {
    const sent = await sentTo((heard, response) => {
      const isRaw = textsOf(heard.message, 'document-format')[0] === 'application/octet-stream';
      answer(response, heard, isRaw ? 0 : 0x040a, heard.message.code === printJob ? jobAttributes : []);
    });
    expect([sent.outcome, server?.heard.map(({message}) => textsOf(message, 'document-format')[0])]).toEqual([
      'handedOver',
      ['application/vnd.zebra-zpl', 'application/vnd.cups-raw', 'application/octet-stream', 'application/octet-stream'],
    ]);
  });

  it.each<[string, Reply, Sent]>([
    [
      'has other paper',
      (heard, response) =>
        answer(response, heard, 0x040b, [{name: 'media', tag: 0x44, values: ['na_index-4x6_4x6in']}], 5),
      {outcome: 'refused', words: 'client-error-attributes-or-values-not-supported media=na_index-4x6_4x6in'},
    ],
    [
      'is busy',
      (heard, response) => answer(response, heard, 0x0507),
      {outcome: 'notReached', words: 'server-error-busy'},
    ],
    [
      'is no printer',
      (_heard, response) => response.writeHead(404).end('<html>'),
      {outcome: 'refused', words: 'HTTP 404'},
    ],
    [
      'is busy by the time the label comes',
      whenPrinting((heard, response) => answer(response, heard, 0x0507)),
      {outcome: 'notReached', words: 'server-error-busy'},
    ],
    [
      'refuses with a status nobody knows',
      whenPrinting((heard, response) => answer(response, heard, 0x04ff)),
      {outcome: 'refused', words: 'status 0x04ff'},
    ],
    [
      'breaks off in mid-job',
      whenPrinting((_heard, _response, request) => request.socket.resetAndDestroy()),
      {outcome: 'lost', words: 'ECONNRESET'},
    ],
    ['never answers', whenPrinting(() => undefined), {outcome: 'lost', words: 'does not answer'}],
    [
      'answers garbage',
      whenPrinting((_heard, response) => response.writeHead(200).end('garbage')),
      {outcome: 'lost', words: 'answers what is no IPP'},
    ],
    [
      'answers another request',
      whenPrinting((heard, response) => answer(response, {...heard, message: {...heard.message, requestId: 1_999}}, 0)),
      {outcome: 'lost', words: 'answers what is no IPP'},
    ],
    [
      'answers without end',
      whenPrinting((_heard, response) => {
        const talk = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536))) continue;
        };
        response.on('drain', talk).on('error', () => undefined);
        talk();
      }),
      {outcome: 'lost', words: 'answers without end'},
    ],
    [
      'answers a byte now and then for ever',
      whenPrinting((_heard, response) => {
        const timer = setInterval(() => response.write('.'), 100);
        response.on('close', () => clearInterval(timer));
      }),
      {outcome: 'lost', words: 'took too long'},
    ],
    [
      'fails behind the label',
      whenPrinting((_heard, response) => response.writeHead(500).end()),
      {outcome: 'lost', words: 'HTTP 500'},
    ],
    [
      'sends us elsewhere',
      whenPrinting((_heard, response) => response.writeHead(307, {location: 'http://127.0.0.1:1/'}).end()),
      {outcome: 'lost', words: 'HTTP 307'},
    ],
    [
      'gives no number for the job',
      whenPrinting((heard, response) => answer(response, heard, 0)),
      {outcome: 'handedOver', words: ''},
    ],
  ])('and %s is taken at its word, and no further', async (_what, reply, expected) => {
    expect(await sentTo(reply)).toEqual(expected);
  });

  it('that is switched off has had not one byte', async () => {
    const off = await IppServer.start(() => undefined);
    const {uri} = off;
    await off.stop();
    expect(await sendIpp(uri, givenPrinter(1), job, label, limits).done).toEqual({
      outcome: 'notReached',
      words: 'ECONNREFUSED',
    });
  });

  it('says what became of a job, and what it lacks', async () => {
    const states = [5, 9, 8, 7];
    let printerSays = ['media-empty-error'];
    server = await IppServer.start((heard, response) => {
      if (heard.message.code === 11) {
        return answer(
          response,
          heard,
          0,
          [
            {name: 'printer-state', tag: 0x23, values: [5]},
            {name: 'printer-state-reasons', tag: 0x44, values: printerSays},
          ],
          4,
        );
      }
      return answer(response, heard, 0, [
        {name: 'job-state', tag: 0x23, values: [states.shift() ?? 3]},
        {name: 'job-state-reasons', tag: 0x44, values: ['printer-stopped']},
      ]);
    });
    const said = [];
    for (let n = 0; n < 4; n++) said.push(await askIppJob(server.uri, 147, limits));
    printerSays = ['none'];
    expect([said.map(({state}) => state), said[0]?.words, await askIpp(server.uri, limits)]).toEqual([
      ['working', 'completed', 'aborted', 'cancelled'],
      'printer-stopped media-empty-error',
      {state: 'stopped', reasons: [], words: '', mimeTypes: [], media: []},
    ]);
  });

  it('tells which queues the system has', async () => {
    server = await IppServer.start((heard, response) => {
      const queue = (name: string, info: string) => ({
        tag: 4,
        attributes: [
          {name: 'printer-name', tag: 0x42, values: [name]},
          {name: 'printer-info', tag: 0x41, values: [info]},
        ],
      });
      const operation = {tag: 1, attributes: [{name: 'attributes-charset', tag: 0x47, values: ['utf-8']}]};
      const {requestId} = heard.message;
      const groups = [operation, queue('zebra', 'Zebra at the bench'), queue('office', '')];
      response.writeHead(200).end(encodeIpp({code: 0, requestId, groups}));
    });
    const {uri} = server;
    const asked = await askQueues(uri, limits);
    await server.stop();
    expect([server.heard[0]?.message.code, asked, await askQueues(uri, limits)]).toEqual([
      0x4002,
      {
        queues: [
          {name: 'zebra', info: 'Zebra at the bench'},
          {name: 'office', info: ''},
        ],
        words: '',
      },
      {queues: [], words: 'ECONNREFUSED'},
    ]);
  });

  it('cancels a job, or says why not', async () => {
    const codes = [0, 0x0404];
    server = await IppServer.start((heard, response) => answer(response, heard, codes.shift() ?? 0));
    expect([await cancelIpp(server.uri, 147, limits), await cancelIpp(server.uri, 147, limits)]).toEqual([
      {state: 'cancelled', words: ''},
      {state: 'working', words: 'client-error-not-possible'},
    ]);
  });

  it('gets nothing more of what was given up', async () => {
    server = await IppServer.start(whenPrinting(() => undefined));
    const sending = sendIpp(server.uri, givenPrinter(1), job, label, {stalledMs: 60_000, wholeMs: 60_000});
    setTimeout(() => sending.abandon(), 300);
    expect(await sending.done).toEqual({outcome: 'lost', words: 'given up'});
  });
});
