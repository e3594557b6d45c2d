// @ts-check
// Where VS Code comes in: puts the parts together. What they do is in their files.
'use strict';

const path = require('node:path');
const vscode = require('vscode');
const { createClient } = require('./client.js');
const { createCommands } = require('./commands.js');
const { offerToDisableOfficial } = require('./officialExtension.js');
const { clientCommands } = require('./references.js');
const { findServer, program } = require('./server.js');
const { createSession } = require('./session.js');
const { initializationOptions, serverSettings } = require('./settings.js');
const { createStatus } = require('./status.js');
const { createTaskProvider } = require('./tasks.js');

/** @typedef {import('./session.js').SessionState} SessionState */

const installation = 'https://github.com/prisma-lsp/prisma-lsp#install';

/** @type {(() => Promise<void>) | undefined} */
let end;

/** @param {vscode.ExtensionContext} context */
function activate(context) {
  const log = vscode.window.createOutputChannel('prisma-lsp', { log: true });
  const status = createStatus(vscode);
  const bundled = path.join(context.extensionPath, 'server', program);
  const find = () => findServer(serverSettings(vscode), { bundled, environment: process.env, log });

  /** @type {SessionState} */
  let state = { kind: 'stopped' };
  const session = createSession({
    find,
    create: (server, onState) => {
      const options = initializationOptions(vscode, clientCommands);
      return createClient({ server, initializationOptions: options, log, onState });
    },
    onState: (next) => {
      state = next;
      status.show(next);
      if (next.kind !== 'failed') return;
      log.error(next.problem);
      if (next.isMissing) void complain(next.problem);
    },
    log,
  });
  // The log goes last: the client writes to it while it stops.
  end = () => session.stop().finally(() => log.dispose());

  let started = JSON.stringify(serverSettings(vscode));
  function restartIfChanged() {
    const settings = JSON.stringify(serverSettings(vscode));
    if (settings === started) return;
    started = settings;
    void session.restart();
  }

  const commands = createCommands(vscode, { session, log, state: () => state });
  context.subscriptions.push(
    status.item,
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
    vscode.tasks.registerTaskProvider('prisma-lsp', createTaskProvider(vscode, find)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('prisma-lsp.server')) restartIfChanged();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(restartIfChanged),
    vscode.extensions.onDidChange(() => offerToDisableOfficial(vscode, context)),
  );
  void session.start();
  void offerToDisableOfficial(vscode, context);
}

/** Says that there is no server, and helps. @param {string} problem */
async function complain(problem) {
  const [install, setPath, showOutput] = ['Install', 'Set Path', 'Show Output'];
  const message = `The Prisma language server can’t be started: ${problem}.`;
  const answer = await vscode.window.showErrorMessage(message, install, setPath, showOutput);
  if (answer === install) await vscode.env.openExternal(vscode.Uri.parse(installation));
  if (answer === setPath) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'prisma-lsp.server.path');
  }
  if (answer === showOutput) await vscode.commands.executeCommand('prisma-lsp.showOutput');
}

function deactivate() {
  return end?.();
}

module.exports = { activate, deactivate };
