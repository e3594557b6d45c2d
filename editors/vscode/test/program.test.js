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
const { serverCommands } = require('../src/migrations.js');
const { clientCommands, showReferences } = require('../src/references.js');
const { findServer } = require('../src/server.js');
const { initializationOptions } = require('../src/settings.js');
const { createVSCode } = require('./fakes.js');
const { startServer } = require('./languageServer.js');

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

test('the server has the commands behind the menus', { skip }, async (t) => {
  const server = await startServer(program, {});
  t.after(() => server.stop());
  const uri = 'untitled:schema.prisma';
  const text = 'datasource db {\n  provider = "postgresql"\n}\n\nmodel User {\n  id Int @id\n}\n';
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'prisma', version: 1, text } });
  const command = serverCommands['prisma-lsp.openMigrationPreview'];
  const preview = await server.request('workspace/executeCommand', { command, arguments: [uri] });
  assert.match(preview.text, /CREATE TABLE "User"/);
  for (const known of Object.values(serverCommands)) {
    assert.ok(server.capabilities.executeCommandProvider.commands.includes(known), known);
  }
});

test('what the code lenses call, the extension has', { skip }, async (t) => {
  const { vscode: fake, seen } = createVSCode();
  const vscode = /** @type {any} */ (fake);
  const server = await startServer(program, initializationOptions(vscode, clientCommands));
  t.after(() => server.stop());
  const uri = 'untitled:schema.prisma';
  const text = `model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id     Int  @id
  author User @relation(fields: [id], references: [id])
}
`;
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'prisma', version: 1, text } });
  const lenses = await server.request('textDocument/codeLens', { textDocument: { uri } });
  const shown = [];
  for (const lens of lenses) {
    const { command } = await server.request('codeLens/resolve', lens);
    assert.ok(clientCommands.includes(command.command), command.command);
    const [from, position, locations] = command.arguments;
    await showReferences(vscode, from, position, locations);
    const args = seen.executed.at(-1)?.args ?? [];
    const lineOf = (/** @type {number} */ line) => text.split('\n')[line].trim();
    for (const { uri: place } of [{ uri: args[0] }, ...args[2]]) assert.equal(place.text, uri);
    const places = args[2].map((/** @type {any} */ { range }) => lineOf(range.start.line));
    shown.push(`${lineOf(args[1].line)} → ${places.join(', ')}`);
  }
  const [author, posts] = ['author User @relation(fields: [id], references: [id])', 'posts Post[]'];
  assert.ok(shown.includes(`model User { → ${author}`), shown.join('\n'));
  assert.ok(shown.includes(`model Post { → ${posts}`), shown.join('\n'));
});
