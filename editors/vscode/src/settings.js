// @ts-check
// What the settings of the section `prisma-lsp` say: how the server is started, and what it is told.
'use strict';

const os = require('node:os');

/** @typedef {typeof import('vscode')} VSCode */
/**
 * @typedef {object} ServerSettings
 * @property {string} path Empty: it is to be looked for.
 * @property {string[]} args
 * @property {Record<string, string>} env
 * @property {string | undefined} folder The first folder of the workspace.
 */

/**
 * Fills in what VS Code leaves as it is in settings: `~`, `${userHome}`, `${workspaceFolder}` and
 * `${env:NAME}`. What is not known, such as the folder of an empty window, stays as it is.
 *
 * @param {string} text
 * @param {{ folder: string | undefined, home: string, environment: NodeJS.ProcessEnv }} known
 */
function expand(text, { folder, home, environment }) {
  return text
    .replace(/^~(?=$|[/\\])/, () => home)
    .replace(/\$\{userHome\}/g, () => home)
    .replace(/\$\{workspaceFolder\}/g, (all) => folder ?? all)
    .replace(/\$\{env:([^}]+)\}/g, (_, name) => environment[name] ?? '');
}

/**
 * How the server is started.
 *
 * @param {VSCode} vscode
 * @returns {ServerSettings}
 */
function serverSettings(vscode) {
  const section = vscode.workspace.getConfiguration('prisma-lsp');
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath;
  const known = { folder, home: os.homedir(), environment: process.env };
  const fill = (/** @type {unknown} */ value) => expand(String(value).trim(), known);
  const args = section.get('server.args');
  const env = section.get('server.env');
  return {
    path: fill(section.get('server.path') ?? ''),
    args: (Array.isArray(args) ? args : ['lsp']).map(fill),
    env: Object.fromEntries(Object.entries(env ?? {}).map(([name, value]) => [name, fill(value)])),
    folder,
  };
}

/**
 * What the server is told as it starts: the section without what is the extension's own, and the
 * commands that it may send back in code lenses.
 *
 * @param {VSCode} vscode
 * @param {string[]} clientCommands
 */
function initializationOptions(vscode, clientCommands) {
  const section = JSON.parse(JSON.stringify(vscode.workspace.getConfiguration('prisma-lsp')));
  delete section.server;
  delete section.trace;
  return { ...section, clientCommands };
}

module.exports = { expand, serverSettings, initializationOptions };
