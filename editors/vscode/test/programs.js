// @ts-check
// Small programs that pretend to be the server.
'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** A folder that is gone after the test. @param {import('node:test').TestContext} t */
function temporaryFolder(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'prisma-lsp-vscode-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  return folder;
}

/**
 * @param {string} file
 * @param {string} [script]
 */
function writeProgram(file, script = 'echo "prisma-lsp 1.2.3"') {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return file;
}

module.exports = { temporaryFolder, writeProgram };
