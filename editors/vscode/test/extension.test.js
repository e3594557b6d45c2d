// @ts-check
// The whole extension over stand-ins for VS Code and the client.
'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');
const { test } = require('node:test');
const manifest = require('../package.json');
const {
  createLanguageClientModule, createMemory, createVSCode, loadExtension,
} = require('./fakes.js');
const { temporaryFolder, writeProgram } = require('./programs.js');

/**
 * @param {import('node:test').TestContext} t
 * @typedef {Parameters<typeof createVSCode>[0]} FakeOptions
 * @param {FakeOptions & { hasServer?: boolean, behaviour?: 'runs' | 'fails' }} [options]
 */
async function activate(t, { hasServer = true, behaviour = 'runs', ...options } = {}) {
  const folder = temporaryFolder(t);
  const bundled = path.join(folder, 'server', 'prisma-lsp');
  if (hasServer) writeProgram(bundled);
  const fake = createVSCode(options);
  const languageClient = createLanguageClientModule();
  languageClient.behaviour = behaviour;
  const extension = loadExtension(fake.vscode, languageClient);
  const context = {
    extensionPath: folder,
    subscriptions: /** @type {{ dispose(): void }[]} */ ([]),
    globalState: createMemory('global'),
    workspaceState: createMemory('workspace'),
  };
  const { PATH } = process.env;
  process.env.PATH = path.join(folder, 'empty');
  t.after(() => (process.env.PATH = PATH));
  extension.activate(context);
  const status = fake.seen.statusItems[0];
  await until(() => !status.busy && status.text);
  return { ...fake, ...languageClient, module: languageClient, extension, context, bundled, status };
}

/** Waits until something is true. @param {() => unknown} isTrue */
async function until(isTrue) {
  for (let tries = 0; !isTrue(); tries += 1) {
    assert.ok(tries < 1000, 'it does not come');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('it starts the server that came along, and says so', async (t) => {
  const { clients, status, bundled, seen } = await activate(t);
  assert.equal(clients.length, 1);
  const { id, serverOptions, clientOptions } = clients[0];
  assert.equal(id, 'prisma-lsp');
  assert.equal(serverOptions.command, bundled);
  assert.deepEqual(serverOptions.args, ['lsp']);
  assert.equal(serverOptions.options.env.HOME, process.env.HOME);
  const schemes = clientOptions.documentSelector.map((/** @type {any} */ filter) => filter.scheme);
  assert.deepEqual(schemes, ['file', 'untitled']);
  assert.deepEqual(clientOptions.initializationOptions.clientCommands, ['prisma-lsp.showReferences']);
  assert.equal(status.text, 'prisma-lsp 1.2.3');
  assert.equal(status.severity, 0);
  assert.deepEqual(seen.messages, []);
});

test('each command of the manifest is registered, and each other one is for the server', async (t) => {
  const { seen } = await activate(t);
  const { clientCommands } = require('../src/references.js');
  const contributed = manifest.contributes.commands.map(({ command }) => command);
  assert.deepEqual([...seen.commands.keys()].sort(), [...contributed, ...clientCommands].sort());
});

test('without a server there is one message, with help', async (t) => {
  const options = { hasServer: false, answers: ['Set Path'] };
  const { clients, status, seen, vscode, bundled } = await activate(t, options);
  assert.equal(clients.length, 0);
  assert.equal(status.text, 'prisma-lsp is not found');
  assert.equal(status.severity, 2);
  await until(() => seen.executed.length > 0);
  assert.deepEqual(seen.messages.length, 1);
  assert.deepEqual(seen.executed, [{ id: 'workbench.action.openSettings', args: ['prisma-lsp.server.path'] }]);

  writeProgram(bundled);
  await vscode.commands.executeCommand('prisma-lsp.restart');
  assert.equal(status.text, 'prisma-lsp 1.2.3');
});

test('restarting works on a running server, and on one that failed to start', async (t) => {
  const { module, vscode, status, seen } = await activate(t, { behaviour: 'fails' });
  assert.equal(status.text, 'prisma-lsp does not start');
  assert.match(status.detail, /got disposed/);

  module.behaviour = 'runs';
  await vscode.commands.executeCommand('prisma-lsp.restart');
  assert.equal(status.text, 'prisma-lsp 1.2.3');
  await vscode.commands.executeCommand('prisma-lsp.restart');
  assert.equal(status.text, 'prisma-lsp 1.2.3');
  assert.deepEqual(module.clients.map(({ state }) => state), [1, 1, 2]);
  assert.deepEqual(module.clients.map(({ isDisposed }) => isDisposed), [true, true, false]);
  assert.deepEqual(seen.log.filter((line) => line.startsWith('warn')), []);
});

test('a server that ends is shown as stopped, and as running when the client has started it again', async (t) => {
  const { clients, status, State } = await activate(t);
  clients[0].become(State.Stopped);
  assert.equal(status.text, 'prisma-lsp is stopped');
  assert.equal(status.command.command, 'prisma-lsp.restart');
  clients[0].become(State.Starting);
  assert.ok(status.busy);
  clients[0].become(State.Running);
  assert.equal(status.text, 'prisma-lsp 1.2.3');
});

test('the server is restarted when a setting about it changes, and only then', async (t) => {
  const { clients, events, settings } = await activate(t);
  const change = (/** @type {string} */ changed) => {
    const affectsConfiguration = (/** @type {string} */ section) => changed.startsWith(section);
    events.configuration.fire({ affectsConfiguration });
  };
  change('prisma-lsp.diagnostics.enable');
  change('prisma-lsp.server.args');
  events.trust.fire(undefined);
  settings['prisma-lsp.server.args'] = ['--stdio'];
  change('prisma-lsp.server.args');
  events.trust.fire(undefined);
  await until(() => clients.length === 2 && clients[1].state === 2);
  assert.deepEqual(clients[1].serverOptions.args, ['--stdio']);
  assert.equal(clients[0].state, 1);
});

test('trust brings the settings of the workspace into force', async (t) => {
  const { clients, events, settings } = await activate(t);
  settings['prisma-lsp.server.env'] = { A: 'b' };
  events.trust.fire(undefined);
  await until(() => clients.length === 2);
  assert.equal(clients[1].serverOptions.options.env.A, 'b');
});

test('ending stops the server before the log goes', async (t) => {
  const { clients, extension, seen } = await activate(t);
  await extension.deactivate();
  assert.equal(clients[0].state, 1);
  assert.ok(seen.isLogDisposed);
  assert.deepEqual(seen.log.filter((line) => line.startsWith('warn')), []);
});

test('the version is shown on demand', async (t) => {
  const { vscode, seen, bundled } = await activate(t);
  await vscode.commands.executeCommand('prisma-lsp.showServerVersion');
  assert.deepEqual(seen.messages, [`info: prisma-lsp 1.2.3 at ${bundled}`]);
  await vscode.commands.executeCommand('prisma-lsp.showOutput');
  assert.equal(seen.executed.at(-1)?.id, 'showLog');
});

test('migrations are asked of the server, for the schema of the menu or in front', async (t) => {
  const { vscode, seen } = await activate(t);
  const run = vscode.commands.executeCommand;
  await run('prisma-lsp.openMigrationPreview', vscode.Uri.parse('file:///a.prisma'));
  assert.deepEqual(seen.executed.at(-1), { id: 'prisma-lsp.previewMigration', args: ['file:///a.prisma'] });
  await run('prisma-lsp.writeMigration');
  assert.deepEqual(seen.messages, ['error: Open a Prisma schema first.']);
  vscode.window.activeTextEditor = { document: { uri: vscode.Uri.parse('file:///b.prisma') } };
  await run('prisma-lsp.writeMigration');
  assert.deepEqual(seen.executed.at(-1), { id: 'prisma-lsp.createMigration', args: ['file:///b.prisma'] });
  await run('prisma-lsp.rereadDatabase');
  assert.deepEqual(seen.executed.at(-1), { id: 'prisma-lsp.refreshDatabase', args: ['file:///b.prisma'] });
});

test('without a server the commands about migrations say why', async (t) => {
  const { vscode, seen } = await activate(t, { hasServer: false });
  seen.messages.length = 0;
  await vscode.commands.executeCommand('prisma-lsp.openMigrationPreview', vscode.Uri.parse('file:///a.prisma'));
  assert.match(seen.messages[0], /^error: prisma-lsp does not run: /);
});

test('references of a code lens are shown by VS Code’s own command', async (t) => {
  const { vscode, seen } = await activate(t);
  const at = (/** @type {number} */ line) => ({ line, character: 2 });
  const location = { uri: 'file:///b.prisma', range: { start: at(3), end: at(4) } };
  await vscode.commands.executeCommand('prisma-lsp.showReferences', 'file:///a.prisma', at(1), [location]);
  const { id, args } = seen.executed.at(-1) ?? { id: '', args: [] };
  assert.equal(id, 'editor.action.showReferences');
  assert.ok(args[0] instanceof vscode.Uri && args[1] instanceof vscode.Position);
  assert.deepEqual(args[2], [
    new vscode.Location(
      vscode.Uri.parse('file:///b.prisma'),
      new vscode.Range(new vscode.Position(3, 2), new vscode.Position(4, 2)),
    ),
  ]);
});

test('Prisma’s own extension is spoken of once', async (t) => {
  const fake = await activate(t, { installed: ['Prisma.prisma'], answers: ['Show It'] });
  await until(() => fake.seen.executed.length > 0);
  assert.deepEqual(fake.seen.executed, [{ id: 'workbench.extensions.search', args: ['@id:Prisma.prisma'] }]);
  fake.events.extensions.fire(undefined);
  await new Promise(setImmediate);
  assert.equal(fake.seen.messages.length, 1);
});

test('whoever does not want to hear of it hears it nowhere again', async (t) => {
  const fake = await activate(t, { installed: ['Prisma.prisma-insider'], answers: ["Don't Ask Again"] });
  await until(() => fake.context.globalState.get('officialExtension.offered'));
});

test('the task runs the same program in each folder', async (t) => {
  const { seen, bundled, vscode } = await activate(t, { folders: ['/a', '/b'] });
  const provider = seen.taskProviders.get('prisma-lsp');
  const tasks = await provider.provideTasks();
  assert.deepEqual(tasks.map((/** @type {any} */ task) => `${task.name} ${task.scope.name}`),
    ['validate a', 'generate a', 'validate b', 'generate b']);
  assert.equal(tasks[0].execution.program, bundled);
  assert.deepEqual(tasks[0].execution.args, ['validate']);
  assert.deepEqual(tasks[1].execution.args, ['generate']);
  assert.deepEqual(tasks[0].problemMatchers, '$prisma-lsp');

  const definition = { type: 'prisma-lsp', command: 'validate', paths: ['x.prisma'] };
  const task = await provider.resolveTask({ definition, scope: vscode.TaskScope.Workspace });
  assert.equal(task.definition, definition);
  assert.deepEqual(task.execution.args, ['validate', 'x.prisma']);
  assert.equal(provider.resolveTask({ definition: { type: 'prisma-lsp', command: 'other' } }), undefined);
});
