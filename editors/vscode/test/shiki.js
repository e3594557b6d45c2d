// @ts-check
// The TextMate engine that VS Code uses, as the Python package instaui-shiki carries it: Shiki with
// vscode-textmate and Oniguruma. Its files are made for a page; this makes modules for Node of them.
'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

/**
 * @param {string} folder `instaui_shiki/static`
 * @returns {Promise<any>} Shiki's `createHighlighterCore` with its engine filled in
 */
async function loadShiki(folder) {
  const core = fs
    .readFileSync(path.join(folder, 'shiki-code.js'), 'utf8')
    // What it takes from the page's framework is not used by the highlighter itself.
    .replace(/^import \{([^}]*)\} from "[^"]+";$/gm, (_, names) =>
      names.split(',').map((/** @type {string} */ name) => {
        return `const ${name.trim().split(' as ').pop()} = (x) => x;`;
      }).join(' '));
  const create = /async function ([\w$]+)\([\w$]+\) \{\s+const [^\n]+\n\s+return \{\s+getLastGrammarState/;
  const name = create.exec(core)?.[1];
  if (!name) throw new Error('instaui-shiki is not built as it was in 0.9.0');
  const engine = fs
    .readFileSync(path.join(folder, 'shiki-engine.js'), 'utf8')
    .replace(/^import \{ getAppInfo as ([\w$]+) \} from "instaui";$/m, 'const $1 = () => ({ mode: "" });');
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'prisma-lsp-shiki-'));
  try {
    const load = (/** @type {string} */ file, /** @type {string} */ text) => {
      fs.writeFileSync(path.join(temporary, file), text);
      return import(pathToFileURL(path.join(temporary, file)).href);
    };
    const { create } = await load('core.mjs', `${core}\nexport { ${name} as create };\n`);
    const { getEngine } = await load('engine.mjs', engine);
    return async (/** @type {object} */ options) => create({ ...options, engine: getEngine() });
  } finally {
    fs.rmSync(temporary, { recursive: true });
  }
}

module.exports = { loadShiki };
