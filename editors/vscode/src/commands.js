// @ts-check
// The table of commands. Those that a person can call are in `package.json`.
'use strict';

const { migrationCommands } = require('./migrations.js');
const { showReferences } = require('./references.js');

/** @typedef {typeof import('vscode')} VSCode */
/** @typedef {import('./session.js').SessionState} SessionState */

/**
 * @param {VSCode} vscode
 * @param {object} parts
 * @param {{ restart(): Promise<void> }} parts.session
 * @param {{ show(): void }} parts.log
 * @param {() => SessionState} parts.state
 * @returns {Record<string, (...args: any[]) => unknown>}
 */
function createCommands(vscode, { session, log, state }) {
  return {
    'prisma-lsp.restart': () => session.restart(),
    'prisma-lsp.showOutput': () => log.show(),
    'prisma-lsp.showServerVersion': () => vscode.window.showInformationMessage(describe(state())),
    ...migrationCommands(vscode, () => (state().kind === 'running' ? undefined : describe(state()))),
    'prisma-lsp.showReferences': (uri, position, locations) => {
      return showReferences(vscode, uri, position, locations);
    },
  };
}

/** @param {SessionState} state */
function describe(state) {
  switch (state.kind) {
    case 'running': return `prisma-lsp ${state.server.version} at ${state.server.path}`;
    case 'failed': return `prisma-lsp does not run: ${state.problem}`;
    case 'starting': return 'prisma-lsp is starting';
    case 'stopped': return 'prisma-lsp is stopped';
  }
}

module.exports = { createCommands };
