// @ts-check
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { findServer, onPath, versionArguments } = require('../src/server.js');
const { temporaryFolder, writeProgram } = require('./programs.js');

const log = { info() {} };

/** @param {Partial<import('../src/settings.js').ServerSettings>} settings */
const set = (settings) => ({ path: '', args: ['lsp'], env: {}, folder: undefined, ...settings });

/**
 * @param {ReturnType<typeof set>} settings
 * @param {{ bundled?: string, PATH?: string }} [where]
 */
async function find(settings, { bundled = '/nowhere/prisma-lsp', PATH = '' } = {}) {
  const found = await findServer(settings, { bundled, environment: { PATH }, log });
  return 'server' in found ? `${found.server.path} ${found.server.version}` : found.problem;
}

test('the setting comes first, then the bundled program, then PATH', async (t) => {
  const folder = temporaryFolder(t);
  const own = writeProgram(path.join(folder, 'own', 'server'));
  const bundled = writeProgram(path.join(folder, 'bundled', 'prisma-lsp'));
  const PATH = path.join(folder, 'bin');
  const global = writeProgram(path.join(PATH, 'prisma-lsp'));

  assert.equal(await find(set({ path: own }), { bundled, PATH }), `${own} 1.2.3`);
  assert.equal(await find(set({}), { bundled, PATH }), `${bundled} 1.2.3`);
  assert.equal(await find(set({}), { PATH }), `${global} 1.2.3`);
  assert.equal(await find(set({})), 'the program prisma-lsp is not on PATH');
});

test('a path may be a name on PATH, or relative to the folder', async (t) => {
  const folder = temporaryFolder(t);
  const other = writeProgram(path.join(folder, 'bin', 'other-server'));
  const PATH = path.join(folder, 'bin');
  assert.equal(await find(set({ path: 'other-server' }), { PATH }), `${other} 1.2.3`);
  assert.equal(await find(set({ path: './bin/other-server', folder })), `${other} 1.2.3`);
});

test('a path that is wrong is a problem, and nothing else is tried', async (t) => {
  const folder = temporaryFolder(t);
  const bundled = writeProgram(path.join(folder, 'prisma-lsp'));
  const text = path.join(folder, 'text');
  fs.writeFileSync(text, 'no program');
  const other = writeProgram(path.join(folder, 'other'), 'echo something else');
  const broken = writeProgram(path.join(folder, 'broken'), 'echo oh no >&2; exit 3');

  assert.match(await find(set({ path: path.join(folder, 'missing') }), { bundled }), /missing, which can't be run$/);
  assert.match(await find(set({ path: text }), { bundled }), /text, which can't be run$/);
  assert.match(await find(set({ path: folder }), { bundled }), /which can't be run$/);
  assert.equal(await find(set({ path: other }), { bundled }), `${other} is not prisma-lsp`);
  assert.match(await find(set({ path: broken }), { bundled }), /broken can't be run: .*oh no/s);
});

test('PATH is read without what is relative to the folder that is open', async (t) => {
  const folder = temporaryFolder(t);
  writeProgram(path.join(folder, 'prisma-lsp'));
  const here = path.relative(process.cwd(), folder);
  assert.equal(onPath('prisma-lsp', { PATH: `${here}::.` }), undefined);
  assert.equal(onPath('prisma-lsp', { PATH: `${here}:${folder}` }), path.join(folder, 'prisma-lsp'));
});

test('a wrapper is asked for the version of what it wraps', async (t) => {
  const folder = temporaryFolder(t);
  const wrapper = writeProgram(path.join(folder, 'run'), 'echo "prisma-lsp $1-$2-$X"');
  assert.deepEqual(versionArguments(['lsp']), ['version']);
  assert.deepEqual(versionArguments(['--stdio']), ['version']);
  assert.deepEqual(versionArguments(['run', '--rm', 'image', 'lsp']), ['run', '--rm', 'image', 'version']);
  assert.equal(versionArguments(['serve']), undefined);
  const settings = set({ path: wrapper, args: ['inside', 'lsp'], env: { X: 'x' } });
  assert.equal(await find(settings), `${wrapper} inside-version-x`);
  assert.equal(await find(set({ path: wrapper, args: ['serve'] })), `${wrapper} of unknown version`);
});
