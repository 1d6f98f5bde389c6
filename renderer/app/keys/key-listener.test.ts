// @vitest-environment happy-dom
import {afterEach, expect, test} from 'vitest';
import {Actions} from './actions.ts';
import {type KeyClock, listenForKeys} from './key-listener.ts';

let stop = () => {};
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

test('a letter acts after its wait, Escape at once', () => {
  const desk = openDesk();
  desk.press('h');
  const atOnce = [...desk.ran];
  desk.pass(50);
  desk.press('Escape');
  expect({atOnce, ran: desk.ran}).toEqual({atOnce: [], ran: ['hold', 'close']});
});

test('a scan runs nothing, presses no button and is read as one text', () => {
  const desk = openDesk();
  const button = document.body.appendChild(document.createElement('button'));
  const heard: string[] = [];
  button.addEventListener('keydown', (event) => heard.push(event.key));
  button.focus();
  const events = [...'RMHS123', 'Enter'].map((key) => {
    const event = desk.press(key, button);
    desk.pass(12);
    return event.defaultPrevented;
  });
  desk.pass(500);
  expect({ran: desk.ran, scans: desk.scans, heard, enterPrevented: events.at(-1)}).toEqual({
    ran: [],
    scans: ['RMHS123'],
    heard: ['R'],
    enterPrevented: true,
  });
});

test('what a part of the page uses for itself does not act a second time', () => {
  const desk = openDesk();
  const list = document.body.appendChild(document.createElement('div'));
  list.addEventListener('keydown', (event) => event.preventDefault());
  desk.press('Escape', list);
  expect(desk.ran).toEqual([]);
});

test('what comes first acts before a part of the page could use the key', () => {
  const desk = openDesk();
  const list = document.body.appendChild(document.createElement('div'));
  const heard: string[] = [];
  list.addEventListener('keydown', ({key}) => heard.push(key));
  desk.actions.add({
    scope: 'dialog',
    actions: [
      {
        id: 'orders.form.save',
        word: 'orders:form.save',
        section: 'app:section.page',
        keys: 'F2',
        comesFirst: true,
        run: () => desk.ran.push('save'),
      },
    ],
  });
  desk.press('F2', list);
  expect({ran: desk.ran, heard}).toEqual({ran: ['save'], heard: []});
});

test('a key meant for a dialog that closes on it is not heard by the page beneath', () => {
  const desk = openDesk();
  const shut = desk.actions.add({scope: 'dialog', actions: []});
  window.addEventListener('keydown', shut, {capture: true, once: true});
  desk.press('Escape');
  expect(desk.ran).toEqual([]);
});

test('Space ticks and does not scroll; a key that does nothing is left to the browser', () => {
  const desk = openDesk();
  const prevented = [' ', 'q'].map((key) => {
    const event = desk.press(key);
    desk.pass(200);
    return event.defaultPrevented;
  });
  expect({prevented, ran: desk.ran}).toEqual({prevented: [true, false], ran: ['tick']});
});

test('a page that was busy takes keys in line before it decides', () => {
  const desk = openDesk();
  desk.press('h');
  desk.busy(60);
  // The timer is due, and late; the next key of the scan was pressed 5 ms after the first and stands in line.
  desk.wake();
  desk.press('1', document.body, 5);
  desk.pass(500);
  expect({ran: desk.ran, scans: desk.scans}).toEqual({ran: [], scans: ['h1']});
});

test('typing into a field acts on nothing, with plain keys switched off nothing plain acts', () => {
  const desk = openDesk({singleKeys: false});
  desk.press('h');
  desk.pass(100);
  desk.press('Escape');
  const field = document.body.appendChild(document.createElement('input'));
  desk.press('h', field);
  desk.pass(100);
  expect(desk.ran).toEqual(['close']);
});

function openDesk({singleKeys = true} = {}) {
  let nowMs = 1000;
  let pressedMs = 1000;
  let waiting: {readonly atMs: number; readonly run: () => void} | null = null;
  const clock: KeyClock = {
    now: () => nowMs,
    wait: (ms, run) => {
      waiting = {atMs: nowMs + ms, run};
      return () => (waiting = null);
    },
  };
  const ran: string[] = [];
  const scans: string[] = [];
  const actions = new Actions();
  const action = (id: string, keys: string) =>
    ({
      id,
      keys,
      word: 'app:search',
      section: 'app:section.page',
      run: () => void ran.push(id),
    }) as const;
  actions.add({scope: 'page', actions: [action('hold', 'h'), action('close', 'Escape'), action('tick', 'Space')]});
  stop = listenForKeys({window, actions, clock, singleKeys: () => singleKeys, onScan: (text) => void scans.push(text)});

  const wake = (): void => {
    const due = waiting;
    waiting = null;
    due?.run();
  };
  return {
    actions,
    ran,
    scans,
    wake,
    busy: (ms: number) => void (nowMs += ms),
    pass: (ms: number) => {
      nowMs += ms;
      pressedMs = nowMs;
      while (waiting && waiting.atMs <= nowMs) {
        // Woken in time, as by a page with nothing to do.
        const laterMs = nowMs;
        nowMs = waiting.atMs;
        wake();
        nowMs = laterMs;
      }
    },
    press: (key: string, target: Element = document.body, afterMs = 0) => {
      pressedMs += afterMs;
      const event = new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true});
      Object.defineProperty(event, 'timeStamp', {value: pressedMs});
      target.dispatchEvent(event);
      return event;
    },
  };
}
