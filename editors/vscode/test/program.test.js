// @ts-check
// What has to agree with the program itself.
//
//   PRISMA_LSP=…/prisma-lsp node --test editors/vscode/test/*.test.js
'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { test } = require('node:test');
const { contributes } = require('../package.json');
const snippets = require('../snippets/prisma.json');
const { findServer } = require('../src/server.js');

const program = process.env.PRISMA_LSP ?? '';
const skip = program ? false : 'PRISMA_LSP is not set';
const root = path.join(__dirname, '../../..');

/**
 * @param {string[]} args
 * @param {string} [input]
 */
function run(args, input) {
  const { stdout, error } = spawnSync(program, args, { cwd: root, input, encoding: 'utf8' });
  assert.equal(error, undefined);
  return stdout;
}

test('the program is found and tells its version', { skip }, async () => {
  const settings = { path: program, args: ['lsp'], env: {}, folder: root };
  const found = await findServer(settings, { bundled: '', environment: {}, log: { info() {} } });
  assert.equal('server' in found && found.server.version, require('../package.json').version);
});

/** What a snippet gives if nothing is typed into it. @param {string[]} body */
function filledIn(body) {
  const names = new Map();
  const text = body.join('\n')
    .replace(/\$\{(\d+)\|([^,|]+)[^|]*\|\}/g, '$2')
    .replace(/\$\{(\d+):([^}]*)\}/g, (_, number, value) => (names.set(number, value), value));
  return text.replace(/\$\{?\d+\}?/g, '');
}

test('each snippet is a valid schema as it is', { skip }, async (t) => {
  for (const [name, { prefix, body }] of Object.entries(snippets)) {
    await t.test(name, () => {
      const text = filledIn(body);
      const isField = prefix === 'timestamps';
      const start = prefix === 'schema' ? '' : 'datasource db {\n  provider = "postgresql"\n}\n\n';
      const schema = isField ? `model A {\n  id Int @id\n${text}}\n` : text;
      const answer = JSON.parse(run(['validate', '--stdin', '--output', 'json'], `${start}${schema}\n`));
      assert.deepEqual(answer.diagnostics.filter((/** @type {any} */ found) => found.severity !== 'hint'), []);
    });
  }
});

test('the problem matcher finds what the task prints', { skip }, () => {
  const schema = 'Examples/shop';
  const wanted = JSON.parse(run(['validate', schema, '--output', 'json'])).diagnostics;
  const [first, second] = contributes.problemMatchers[0].pattern.map(({ regexp }) => new RegExp(regexp));
  const lines = run(['validate', schema, '--color', 'never']).split('\n');
  const found = lines.flatMap((line, index) => {
    const [, severity, code, message] = first.exec(line) ?? [];
    const [, file, row, column] = second.exec(lines[index + 1] ?? '') ?? [];
    if (!severity || !file) return [];
    return [{ severity, code, message, file, line: Number(row) - 1, character: Number(column) - 1 }];
  });
  assert.ok(found.length > 3);
  assert.deepEqual(found.map(({ severity, code, message }) => ({ severity, code, message })),
    wanted.map((/** @type {any} */ { severity, code, message }) => ({ severity, code, message })));
  assert.deepEqual(found.map(({ line, character }) => ({ line, character })),
    wanted.map((/** @type {any} */ { start }) => ({ line: start.line, character: start.character })));
  for (const { file } of found) assert.equal(file, 'Examples/shop/schema.prisma');
});
