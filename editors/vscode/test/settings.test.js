// @ts-check
'use strict';

const assert = require('node:assert/strict');
const os = require('node:os');
const { test } = require('node:test');
const { expand, initializationOptions, serverSettings } = require('../src/settings.js');
const { createVSCode } = require('./fakes.js');

test('what VS Code leaves as it is gets filled in', () => {
  const known = { folder: '/work/a $& b', home: '/home/me', environment: { BIN: '/opt' } };
  assert.equal(expand('~/bin/x', known), '/home/me/bin/x');
  assert.equal(expand('~', known), '/home/me');
  assert.equal(expand('~other/x', known), '~other/x');
  assert.equal(expand('/a/~/b', known), '/a/~/b');
  assert.equal(expand('${userHome}/x', known), '/home/me/x');
  assert.equal(expand('${workspaceFolder}/x', known), '/work/a $& b/x');
  assert.equal(expand('${env:BIN}/${env:NONE}x', known), '/opt/x');
  assert.equal(expand('${workspaceFolder}/x', { ...known, folder: undefined }), '${workspaceFolder}/x');
});

test('the server is started as the settings say', () => {
  const { vscode } = createVSCode({
    folders: ['/work'],
    settings: {
      'prisma-lsp.server.path': ' ~/prisma-lsp ',
      'prisma-lsp.server.args': ['--verbose', '${workspaceFolder}', 'lsp'],
      'prisma-lsp.server.env': { HOME_OF: '${userHome}', NUMBER: 1 },
    },
  });
  assert.deepEqual(serverSettings(/** @type {any} */ (vscode)), {
    path: `${os.homedir()}/prisma-lsp`,
    args: ['--verbose', '/work', 'lsp'],
    env: { HOME_OF: os.homedir(), NUMBER: '1' },
    folder: '/work',
  });
});

test('settings of a wrong type are as if they were not set', () => {
  const settings = {
    'prisma-lsp.server.path': null, 'prisma-lsp.server.args': 'lsp', 'prisma-lsp.server.env': null,
  };
  const { vscode } = createVSCode({ settings });
  const expected = { path: '', args: ['lsp'], env: {}, folder: undefined };
  assert.deepEqual(serverSettings(/** @type {any} */ (vscode)), expected);
});

test('the server gets the section without what is the extension’s own', () => {
  const { vscode } = createVSCode({ settings: { 'prisma-lsp.diagnostics.rules': { 'lint-a': 'off' } } });
  const options = initializationOptions(/** @type {any} */ (vscode), ['a.b']);
  assert.equal(options.prismaVersion, 'auto');
  assert.deepEqual(options.diagnostics, { enable: true, rules: { 'lint-a': 'off' } });
  assert.deepEqual(options.clientCommands, ['a.b']);
  assert.ok(!('server' in options) && !('trace' in options));
});
