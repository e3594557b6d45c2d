// @ts-check
'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { createSession } = require('../src/session.js');

const server = { path: '/bin/prisma-lsp', args: ['lsp'], env: {}, version: '1' };

/** @param {() => Promise<void>} start */
function session(start) {
  const events = /** @type {string[]} */ ([]);
  let made = 0;
  const it = createSession({
    find: async () => ({ server }),
    create: () => {
      const number = (made += 1);
      return {
        start: () => (events.push(`start ${number}`), start()),
        stop: async () => void events.push(`stop ${number}`),
      };
    },
    onState: (state) => void events.push(state.kind === 'failed' ? state.problem : state.kind),
    log: { warn: (text) => void events.push(`warn ${text}`) },
    patience: 20,
  });
  return { it, events };
}

test('what is asked for happens in order, one after the other', async () => {
  const { it, events } = session(async () => {});
  it.start();
  it.restart();
  await it.stop();
  assert.deepEqual(events, [
    'starting', 'start 1', 'running', 'stop 1', 'starting', 'start 2', 'running', 'stop 2', 'stopped',
  ]);
});

test('a server that does not answer holds up nothing', async () => {
  const { it, events } = session(() => new Promise(() => {}));
  it.start();
  await it.stop();
  const problem = '/bin/prisma-lsp could not be started: it does not answer';
  assert.deepEqual(events, ['starting', 'start 1', problem, 'stop 1', 'stopped']);
});
