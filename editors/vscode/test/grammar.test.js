// @ts-check
// The scopes that the grammars give. In `grammar/` a line whose first sign is `~` says which scopes
// the signs above it have, or with `!` have not; it is cut out before the text is read.
//
//   SHIKI=…/instaui_shiki/static node --test editors/vscode/test/*.test.js
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { loadShiki } = require('./shiki.js');

const root = path.join(__dirname, '..');
const shiki = process.env.SHIKI;

/** @typedef {{ line: number, start: number, end: number, scopes: string[], source: number }} Mark */

/** @param {string} text */
function readMarks(text) {
  const lines = /** @type {string[]} */ ([]);
  const marks = /** @type {Mark[]} */ ([]);
  text.split('\n').forEach((line, index) => {
    const mark = /^([ .]*)(~+) ([a-z!].*)$/.exec(line);
    if (!mark) return lines.push(line);
    const start = mark[1].length;
    return marks.push({
      source: index + 1, line: lines.length - 1,
      start, end: start + mark[2].length, scopes: mark[3].split(' '),
    });
  });
  return { text: lines.join('\n'), marks };
}

const has = (/** @type {string[]} */ scopes, /** @type {string} */ wanted) =>
  scopes.some((scope) => scope === wanted || scope.startsWith(`${wanted}.`));

/**
 * The parts of a line with their scopes.
 *
 * @param {{ explanation: { content: string, scopes: { scopeName: string }[] }[] }[]} tokens
 */
function parts(tokens) {
  return tokens.flatMap(({ explanation }) => explanation).map(({ content, scopes }) => {
    return { content, scopes: scopes.map(({ scopeName }) => scopeName) };
  });
}

/** @param {(file: string) => any} read */
async function highlighter(read) {
  const grammar = read('syntaxes/prisma.tmLanguage.json');
  const injection = read('syntaxes/markdown.tmLanguage.json');
  const markdown = (await import(path.join(shiki ?? '', 'langs/markdown.mjs'))).default;
  const create = await loadShiki(shiki ?? '');
  return create({
    themes: [{ name: 'test', settings: [] }],
    langs: [
      { ...grammar, name: 'prisma' },
      markdown,
      {
        ...injection, name: 'prisma-in-markdown',
        injectTo: ['text.html.markdown'], embeddedLangs: ['prisma'],
      },
    ],
  });
}

test('the grammars give each part its scope', { skip: shiki ? false : 'SHIKI is not set' }, async (t) => {
  const read = (/** @type {string[]} */ ...file) => fs.readFileSync(path.join(...file), 'utf8');
  const shades = await highlighter((file) => JSON.parse(read(root, file)));
  for (const file of fs.readdirSync(path.join(__dirname, 'grammar'))) {
    await t.test(file, () => {
      const { text, marks } = readMarks(read(__dirname, 'grammar', file));
      assert.ok(marks.length > 0, 'nothing is marked');
      const lines = shades.codeToTokensBase(text, {
        lang: file.endsWith('.md') ? 'markdown' : 'prisma', theme: 'test', includeExplanation: 'scopeName',
      });
      const wrong = [];
      for (const mark of marks) {
        let offset = 0;
        let checked = 0;
        for (const part of parts(lines[mark.line])) {
          const start = offset;
          offset += part.content.length;
          if (offset <= mark.start || start >= mark.end) continue;
          checked += 1;
          for (const wanted of mark.scopes) {
            const isFine = wanted[0] === '!' ? !has(part.scopes, wanted.slice(1)) : has(part.scopes, wanted);
            const found = `line ${mark.source}: “${part.content}” has ${part.scopes.join(' ')}`;
            if (!isFine) wrong.push(`${found}, not ${wanted}`);
          }
        }
        if (checked === 0 || offset < mark.end) wrong.push(`line ${mark.source} marks nothing`);
      }
      assert.deepEqual(wrong, []);
    });
  }
});
