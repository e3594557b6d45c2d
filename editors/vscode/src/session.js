// @ts-check
// Starts, restarts and stops the server. One thing at a time, in the order in which it was asked for.
'use strict';

/** @typedef {import('./client.js').Client} Client */
/** @typedef {import('./client.js').ClientState} ClientState */
/** @typedef {import('./server.js').Server} Server */
/**
 * @typedef {{ kind: 'starting' }
 *   | { kind: 'running', server: Server }
 *   | { kind: 'stopped' }
 *   | { kind: 'failed', problem: string, isMissing: boolean }} SessionState
 */

/**
 * @param {object} parts
 * @param {() => Promise<{ server: Server } | { problem: string }>} parts.find
 * @param {(server: Server, onState: (state: ClientState) => void) => Client} parts.create
 * @param {(state: SessionState) => void} parts.onState
 * @param {{ warn(text: string): void }} parts.log
 * @param {number} [parts.patience] How many milliseconds a server may take to start.
 */
function createSession({ find, create, onState, log, patience = 15_000 }) {
  /** @type {Client | undefined} */
  let client;
  let work = Promise.resolve();

  /** @param {() => Promise<void>} step */
  function enqueue(step) {
    work = work.then(step).catch((error) => log.warn(String(error?.stack ?? error)));
    return work;
  }

  async function start() {
    onState({ kind: 'starting' });
    const found = await find();
    if ('problem' in found) {
      onState({ kind: 'failed', problem: found.problem, isMissing: true });
      return;
    }
    const { server } = found;
    const started = create(server, (state) => {
      // One that was stopped has nothing more to say.
      if (client !== started) return;
      onState(state === 'running' ? { kind: 'running', server } : { kind: state });
    });
    client = started;
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('it does not answer')), patience);
    });
    try {
      await Promise.race([started.start(), late]);
      onState({ kind: 'running', server });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const problem = `${server.path} could not be started: ${reason}`;
      onState({ kind: 'failed', problem, isMissing: false });
    } finally {
      clearTimeout(timer);
    }
  }

  async function stop() {
    const old = client;
    client = undefined;
    if (!old) return;
    try {
      await old.stop();
    } catch (error) {
      log.warn(`The server did not stop properly: ${error}`);
    }
  }

  return {
    start: () => enqueue(start),
    restart: () => enqueue(() => stop().then(start)),
    stop: () => enqueue(() => stop().then(() => onState({ kind: 'stopped' }))),
  };
}

module.exports = { createSession };
