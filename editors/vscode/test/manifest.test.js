// @ts-check
// `package.json` agrees with the sources, the files beside it, the lock file and the server.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const manifest = require('../package.json');
const lock = require('../package-lock.json');

const root = path.join(__dirname, '..');
const read = (/** @type {string} */ file) => fs.readFileSync(path.join(root, file), 'utf8');
const sources = fs.readdirSync(path.join(root, 'src')).map((file) => read(`src/${file}`)).join('\n');
const { contributes } = manifest;
const settings = /** @type {Record<string, any>} */ (
  Object.assign({}, ...contributes.configuration.map(({ properties }) => properties))
);
const own = (/** @type {string} */ name) => /^prisma-lsp\.(server|trace)\./.test(name);

test('each command has a title and the one category', () => {
  for (const { command, title, category } of contributes.commands) {
    assert.match(command, /^prisma-lsp\.\w+$/);
    assert.ok(title);
    assert.equal(category, 'Prisma LSP');
  }
});

test('what needs a schema is offered where one is', () => {
  const { serverCommands } = require('../src/migrations.js');
  const { menus } = contributes;
  const palette = menus.commandPalette.map(({ command }) => command);
  assert.deepEqual(palette.sort(), Object.keys(serverCommands).sort());
  for (const [place, entries] of Object.entries(menus)) {
    for (const { command, when } of entries) {
      assert.ok(contributes.commands.some((known) => known.command === command), `${place}: ${command}`);
      assert.equal(when, 'editorLangId == prisma', `${place}: ${command}`);
    }
  }
});

test('each setting that is read exists, and is described', () => {
  const names = [...sources.matchAll(/section\.get\('([\w.]+)'\)/g)].map(([, name]) => `prisma-lsp.${name}`);
  const declared = Object.keys(settings).filter((name) => name.startsWith('prisma-lsp.server.'));
  assert.deepEqual(names.sort(), declared.sort());
  for (const [name, setting] of Object.entries(settings)) {
    assert.ok(setting.description ?? setting.markdownDescription, name);
    assert.notEqual(setting.default, undefined, name);
    assert.equal(setting.enum?.length, setting.enumDescriptions?.length, name);
  }
});

test('the settings are those that the server reads', () => {
  const declared = Object.keys(settings).filter((name) => !own(name));
  const table = read('../../README.md').split('### Settings')[1].split('\n## ')[0];
  const documented = [...table.matchAll(/^\| `([\w.]+)`/gm)].map(([, name]) => `prisma-lsp.${name}`);
  assert.deepEqual([...declared].sort(), documented.sort());

  // By their parts, since the program reads them part by part.
  const source = read('../../Sources/PrismaLSP/Server/Settings.swift').replace(/official\?\["\w+"\]/g, '');
  const parts = (/** @type {string[]} */ names) => [...new Set(names)].sort();
  const readParts = [...source.matchAll(/\["(\w+)"\]/g)].map(([, part]) => part);
  assert.deepEqual(parts(readParts), parts(declared.flatMap((name) => name.split('.').slice(1))));
});

test('the manuals list the settings, with their defaults', () => {
  for (const [name, { default: value }] of Object.entries(settings)) {
    if (own(name)) continue;
    const short = name.slice('prisma-lsp.'.length);
    for (const [file, shown] of [['README.md', name], ['../../README.md', short]]) {
      const row = read(file).split('\n').find((line) => line.startsWith(`| \`${shown}\``));
      assert.ok(row, `${file} lacks ${shown}`);
      if (value === '' || typeof value === 'object') continue;
      assert.ok(row.split(' | ').at(-1)?.startsWith(`\`${value}\``), `${file} has another default of ${shown}`);
    }
  }
  for (const name of ['server.path', 'trace.server']) {
    assert.ok(read('README.md').includes(`\`prisma-lsp.${name}\``));
  }
});

test('a workspace that is not trusted names no program', () => {
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  const dangerous = Object.keys(settings).filter((name) => /^prisma-lsp\.(server|database)\./.test(name));
  assert.deepEqual([...restrictedConfigurations].sort(), dangerous.sort());
  for (const name of dangerous) assert.match(settings[name].scope, /^machine/, name);
});

test('each path exists', () => {
  const paths = [
    manifest.icon, manifest.main,
    ...contributes.languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
    ...contributes.grammars.map((grammar) => grammar.path),
    ...contributes.snippets.map((snippets) => snippets.path),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
  ];
  const packed = [...read('.vscodeignore').matchAll(/^!(.+)$/gm)].map(([, kept]) => kept);
  for (const file of [...paths, 'src/client.js', 'README.md', 'CHANGELOG.md', 'LICENSE']) {
    assert.ok(fs.existsSync(path.join(root, file)), file);
    const plain = path.normalize(file);
    const isPacked = packed.some((kept) => plain === kept || plain.startsWith(`${kept}${path.sep}`));
    assert.ok(isPacked, `${file} is not packed`);
  }
  assert.ok(packed.includes('node_modules') && packed.includes('server') && !packed.includes('test'));
});

test('the icon is a PNG of at least 128 pixels', () => {
  const icon = fs.readFileSync(path.join(root, manifest.icon));
  assert.equal(icon.toString('latin1', 1, 4), 'PNG');
  assert.ok(icon.readUInt32BE(16) >= 128 && icon.readUInt32BE(16) === icon.readUInt32BE(20));
});

test('walkthrough and status lead only to commands that exist', () => {
  const known = contributes.commands.map(({ command }) => command);
  const text = JSON.stringify(contributes.walkthroughs) + read('src/status.js');
  const named = [...text.matchAll(/prisma-lsp\.(?:restart|show)\w*/g)].map(([name]) => name);
  assert.ok(named.length > 2);
  for (const name of named) assert.ok(known.includes(name), name);
});

test('what the server colours looks as the grammar colours it', () => {
  const grammar = read('syntaxes/prisma.tmLanguage.json');
  const kinds = read('../../Sources/SchemaIDE/Structure/SemanticToken.swift');
  for (const [selector, scopes] of Object.entries(contributes.semanticTokenScopes[0].scopes)) {
    for (const part of selector.split('.')) assert.match(kinds, new RegExp(`\\b${part}\\b`), selector);
    for (const scope of scopes) {
      // The grammar names some by the keyword that was found.
      const found = scope.replace(/\.\w+\.prisma$/, () => '.$1.prisma');
      assert.ok(grammar.includes(`"${scope}"`) || grammar.includes(`"${found}"`), scope);
    }
  }
});

test('the lock file is that of this manifest', () => {
  const { name, version, license, dependencies, devDependencies, engines } = manifest;
  assert.deepEqual(lock.packages[''], { name, version, license, dependencies, devDependencies, engines });
  assert.equal(lock.version, version);
  const packages = /** @type {Record<string, any>} */ (lock.packages);
  for (const [dependency, wanted] of Object.entries({ ...dependencies, ...devDependencies })) {
    assert.equal(packages[`node_modules/${dependency}`]?.version, wanted, dependency);
  }
  for (const [place, { integrity, link }] of Object.entries(packages)) {
    if (place && !link) assert.match(integrity, /^sha512-/, place);
  }
});

test('all that a package needs is locked', () => {
  const packages = /** @type {Record<string, any>} */ (lock.packages);
  for (const [place, { dependencies = {} }] of Object.entries(packages)) {
    for (const name of Object.keys(dependencies)) {
      let folder = place;
      while (folder && !packages[`${folder}/node_modules/${name}`]) {
        folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));
      }
      assert.ok(packages[`${folder ? `${folder}/` : ''}node_modules/${name}`], `${place} needs ${name}`);
    }
  }
});

test('the version is that of the program', () => {
  const program = read('../../Sources/PrismaLSP/ProgramVersion.swift');
  assert.equal(/static let version = "([^"]+)"/.exec(program)?.[1], manifest.version);
  assert.ok(read('CHANGELOG.md').includes(`## ${manifest.version}`));
  assert.equal(read('LICENSE'), read('../../LICENSE'));
});

test('the README tells all snippets', () => {
  for (const { prefix } of Object.values(JSON.parse(read('snippets/prisma.json')))) {
    assert.ok(read('README.md').includes(`\`${prefix}\``), prefix);
  }
});
