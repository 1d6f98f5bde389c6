import {expect, test} from 'vitest';
import {type Action, Actions, type Scope} from './actions.ts';

test('the innermost scope wins a key, and gives it back when it goes', () => {
  const {actions, add, heard} = desk();
  add('page', {id: 'orders.close', keys: 'Escape'});
  const shut = add('panel', {id: 'panel.close', keys: 'Escape'});
  add('app', {id: 'app.nothing', keys: 'Escape'});
  press(actions, 'Escape');
  shut();
  press(actions, 'Escape');
  expect(heard).toEqual(['panel.close', 'orders.close']);
});

test('while a dialog is open nothing around it can be reached', () => {
  const {actions, add, heard} = desk();
  add('app', {id: 'app.palette', keys: 'Ctrl+K'});
  add('page', {id: 'orders.hold', keys: 'h'});
  add('dialog', {id: 'dialog.confirm', keys: 'Enter'});
  press(actions, 'h');
  press(actions, 'Ctrl+K');
  press(actions, 'Enter');
  expect({heard, listed: actions.available().map(({id}) => id)}).toEqual({
    heard: ['dialog.confirm'],
    listed: ['dialog.confirm'],
  });
});

test('what cannot be done now leaves its key to the next one and is not listed', () => {
  const {actions, add, heard} = desk();
  add('page', {id: 'orders.hold', keys: 'h', when: () => false});
  add('app', {id: 'app.home', keys: 'h'});
  press(actions, 'h');
  expect({heard, listed: actions.available().map(({id}) => id)}).toEqual({heard: ['app.home'], listed: ['app.home']});
});

test('single keys can be switched off; Space, arrows, Escape and shortcuts stay', () => {
  const {actions, add} = desk();
  const all = ['h', '1', '/', '?', 'Shift+J', 'g o', 'Space', 'ArrowDown', 'Escape', 'Ctrl+K', 'F2'];
  add('app', ...all.map((keys) => ({id: keys, keys})));
  const bound = (singleKeys: boolean) =>
    all.filter((keys) => actions.find(keys.split(' '), singleKeys).kind === 'bound');
  expect({on: bound(true), off: bound(false)}).toEqual({
    on: all,
    off: ['Space', 'ArrowDown', 'Escape', 'Ctrl+K', 'F2'],
  });
});

test('an action with several keys answers to each and shows the first', () => {
  const {actions, add, heard} = desk();
  add('page', {id: 'grid.down', keys: ['j', 'ArrowDown']});
  press(actions, 'j');
  press(actions, 'ArrowDown');
  expect({heard, shown: actions.keysOf('grid.down'), none: actions.keysOf('grid.up')}).toEqual({
    heard: ['grid.down', 'grid.down'],
    shown: 'j',
    none: null,
  });
});

test('a key that begins a sequence of the same layer is refused as a mistake of ours', () => {
  const {add} = desk();
  expect(() => add('page', {id: 'a', keys: 'g'}, {id: 'b', keys: 'g o'})).toThrow('begins another sequence');
});

function desk() {
  const actions = new Actions();
  const heard: string[] = [];
  const add = (scope: Scope, ...given: readonly (Pick<Action, 'id'> & Partial<Action>)[]) =>
    actions.add({
      scope,
      actions: given.map((each) => ({
        word: 'app:palette.open',
        section: 'app:section.app',
        run: () => void heard.push(each.id),
        ...each,
      })),
    });
  return {actions, add, heard};
}

function press(actions: Actions, chord: string): void {
  const found = actions.find([chord], true);
  if (found.kind === 'bound') found.to.run();
}
