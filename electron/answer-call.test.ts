import {describe, expect, it} from 'vitest';
import {ok} from '#core/lib/result.ts';
import {GivenPrintDesk} from '#core/testing/given-print-desk.ts';
import {answerCall, type Answers, type Call} from './answer-call.ts';

function desk(): {answers: Answers<string>; done: unknown[]} {
  const done: unknown[] = [];
  const note =
    (channel: string) =>
    (args: unknown, window: string): {ok: true; value: never[]} => {
      done.push([channel, args, window]);
      return {ok: true, value: []};
    };
  const answers: Answers<string> = {
    'app.info': () =>
      ok({edition: 'desktop', version: '1', electron: '2', chrome: '3', node: '4', platform: 'linux', arch: 'x64'}),
    'window.open': note('window.open'),
    'files.save': (file, window) => {
      done.push(['files.save', file.name, window]);
      return ok({outcome: 'cancelled'});
    },
    'desktop.check': note('desktop.check'),
    'disk.open': note('disk.open'),
    'theme.set': note('theme.set'),
    'shell.language': note('shell.language'),
    ...new GivenPrintDesk().answers,
  };
  return {answers, done};
}

const ourPage = {url: 'app://tradewind/orders', parent: null};

describe('a call to the desktop', () => {
  it('is answered for the window whose page asks', async () => {
    const {answers, done} = desk();
    const call: Call = {frame: ourPage, channel: 'window.open', args: {route: '/stock'}};

    expect(await answerCall(answers, call, () => 'window 2')).toEqual({ok: true, value: []});
    expect(done).toEqual([['window.open', {route: '/stock'}, 'window 2']]);
  });

  it.each<[string, Call, string]>([
    [
      'a frame inside the page',
      {frame: {url: 'app://tradewind/', parent: ourPage}, channel: 'app.info', args: {}},
      'desktop.not_our_page',
    ],
    [
      'a page from the web',
      {frame: {url: 'https://tradewind/', parent: null}, channel: 'app.info', args: {}},
      'desktop.not_our_page',
    ],
    [
      'a frame that wants the disk',
      {frame: {url: 'app://tradewind/', parent: ourPage}, channel: 'disk.open', args: {}},
      'desktop.not_our_page',
    ],
    ['a page that is gone', {frame: null, channel: 'app.info', args: {}}, 'desktop.not_our_page'],
    ['an unknown wish', {frame: ourPage, channel: 'app.quit', args: {}}, 'desktop.unknown_channel'],
    ['a name every object has', {frame: ourPage, channel: 'constructor', args: {}}, 'desktop.unknown_channel'],
    [
      'a wish that is no name',
      {frame: ourPage, channel: {toString: () => 'app.info'}, args: {}},
      'desktop.unknown_channel',
    ],
    ['garbage for arguments', {frame: ourPage, channel: 'theme.set', args: 'dark'}, 'core.bad_shape'],
    ['no arguments', {frame: ourPage, channel: 'app.info', args: undefined}, 'core.bad_shape'],
  ])('is refused, and nothing done, for %s', async (_who, call, code) => {
    const {answers, done} = desk();

    expect(await answerCall(answers, call, () => 'window')).toMatchObject({ok: false, fault: {code}});
    expect(done).toEqual([]);
  });
});
