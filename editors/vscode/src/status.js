// @ts-check
// The item behind the braces in the status bar of a schema: how the server is, and what to do about it.
'use strict';

/** @typedef {typeof import('vscode')} VSCode */
/** @typedef {import('./session.js').SessionState} SessionState */

const restart = { title: 'Restart', command: 'prisma-lsp.restart' };
const showOutput = { title: 'Show Output', command: 'prisma-lsp.showOutput' };

/** @param {VSCode} vscode */
function createStatus(vscode) {
  const item = vscode.languages.createLanguageStatusItem('prisma-lsp.server', { language: 'prisma' });
  item.name = 'Prisma Language Server';

  /** @param {SessionState} state */
  function show(state) {
    const severity = vscode.LanguageStatusSeverity;
    item.busy = state.kind === 'starting';
    item.detail = undefined;
    switch (state.kind) {
      case 'starting':
        item.severity = severity.Information;
        item.text = 'prisma-lsp is starting';
        item.command = showOutput;
        break;
      case 'running':
        item.severity = severity.Information;
        item.text = `prisma-lsp ${state.server.version}`;
        item.detail = state.server.path;
        item.command = restart;
        break;
      case 'stopped':
        item.severity = severity.Warning;
        item.text = 'prisma-lsp is stopped';
        item.command = restart;
        break;
      case 'failed':
        item.severity = severity.Error;
        item.text = state.isMissing ? 'prisma-lsp is not found' : 'prisma-lsp does not start';
        item.detail = state.problem;
        item.command = state.isMissing ? restart : showOutput;
        break;
    }
  }

  return { item, show };
}

module.exports = { createStatus };
