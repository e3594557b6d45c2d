// @ts-check
// The one file that knows vscode-languageclient.
'use strict';

const { LanguageClient, RevealOutputChannelOn, State } = require('vscode-languageclient/node');

/** @typedef {'starting' | 'running' | 'stopped'} ClientState */
/** @typedef {{ start(): Promise<void>, stop(): Promise<void> }} Client */

/**
 * A client for one run of the server. It is not used again after `stop`: a client whose start has
 * failed can be neither stopped nor started.
 *
 * @param {object} options
 * @param {import('./server.js').Server} options.server
 * @param {object} options.initializationOptions
 * @param {import('vscode').LogOutputChannel} options.log
 * @param {(state: ClientState) => void} options.onState
 * @returns {Client}
 */
function createClient({ server, initializationOptions, log, onState }) {
  const client = new LanguageClient(
    // Also the section that `trace.server` is read from.
    'prisma-lsp',
    'prisma-lsp',
    { command: server.path, args: server.args, options: { env: { ...process.env, ...server.env } } },
    {
      documentSelector: [
        { scheme: 'file', language: 'prisma' },
        { scheme: 'untitled', language: 'prisma' },
      ],
      initializationOptions,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      connectionOptions: { maxRestartCount: 4 },
    },
  );
  const listener = client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) onState('running');
    else if (newState === State.Starting) onState('starting');
    else onState('stopped');
  });
  return {
    start: () => client.start(),
    async stop() {
      listener.dispose();
      if (client.state === State.Starting) await settled(client);
      if (client.state === State.Running) await client.stop();
      // One whose start has failed refuses to be stopped, which disposing tries.
      await client.dispose().catch(() => {});
    },
  };
}

/**
 * Waits until a client that starts has done so or failed, for five seconds at most.
 *
 * @param {LanguageClient} client
 * @returns {Promise<void>}
 */
function settled(client) {
  return new Promise((resolve) => {
    const timer = setTimeout(done, 5_000);
    const listener = client.onDidChangeState(done);
    function done() {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    }
  });
}

module.exports = { createClient };
