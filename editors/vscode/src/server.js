// @ts-check
// Finds the server's program: what the setting names, else what came with the extension, else `PATH`.
'use strict';

const { execFile } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** @typedef {import('./settings.js').ServerSettings} ServerSettings */
/** @typedef {{ path: string, args: string[], env: Record<string, string>, version: string }} Server */

const program = process.platform === 'win32' ? 'prisma-lsp.exe' : 'prisma-lsp';

/** Whether `file` is one that can be run. @param {string} file */
function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * The program of this name on `PATH`. Entries that are not absolute are passed over: they would
 * take the program from whatever folder is open.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} environment
 */
function onPath(name, environment) {
  const folders = (environment.PATH ?? environment.Path ?? '').split(path.delimiter);
  return folders
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name))
    .find(isProgram);
}

/**
 * The arguments that make the server tell its version: those that start it, with the last `lsp` or
 * `--stdio` replaced, so that wrappers are asked too. Undefined where there is neither.
 *
 * @param {string[]} args
 */
function versionArguments(args) {
  const index = Math.max(args.lastIndexOf('lsp'), args.lastIndexOf('--stdio'));
  return index < 0 ? undefined : [...args.slice(0, index), 'version'];
}

/**
 * Asks a program for its version.
 *
 * @param {Omit<Server, 'version'>} server
 * @returns {Promise<{ version: string } | { problem: string }>}
 */
function readVersion({ path: file, args, env }) {
  const versionArgs = versionArguments(args);
  if (!versionArgs) return Promise.resolve({ version: 'of unknown version' });
  return new Promise((resolve) => {
    const options = { timeout: 10_000, env: { ...process.env, ...env } };
    execFile(file, versionArgs, options, (error, output) => {
      const version = /^prisma-lsp (\S+)/.exec(output)?.[1];
      if (version) resolve({ version });
      else if (error) resolve({ problem: `${file} can't be run: ${error.message.trim()}` });
      else resolve({ problem: `${file} is not prisma-lsp` });
    });
  });
}

/**
 * Finds the server and asks for its version. A path that is set is the only one tried: another
 * program than the one that was asked for would be a riddle.
 *
 * @param {ServerSettings} settings
 * @param {object} context
 * @param {string} context.bundled Where a package for one platform has the program.
 * @param {NodeJS.ProcessEnv} context.environment
 * @param {{ info(text: string): void }} context.log
 * @returns {Promise<{ server: Server } | { problem: string }>}
 */
async function findServer(settings, { bundled, environment, log }) {
  /** @type {string | undefined} */
  let file;
  if (settings.path) {
    const isName = !/[/\\]/.test(settings.path);
    file = isName
      ? onPath(settings.path, environment)
      : path.resolve(settings.folder ?? os.homedir(), settings.path);
    log.info(`Server by the setting prisma-lsp.server.path: ${settings.path}`);
    if (!file || !isProgram(file)) {
      return { problem: `prisma-lsp.server.path names ${file ?? settings.path}, which can't be run` };
    }
  } else {
    const candidates = [bundled, onPath(program, environment)];
    log.info(`Server that came with the extension: ${isProgram(bundled) ? bundled : 'none'}`);
    log.info(`Server on PATH: ${candidates[1] ?? 'none'}`);
    file = candidates.find((candidate) => candidate && isProgram(candidate));
    if (!file) return { problem: 'the program prisma-lsp is not on PATH' };
  }
  const server = { path: file, args: settings.args, env: settings.env };
  const answer = await readVersion(server);
  if ('problem' in answer) return answer;
  log.info(`Using ${file}, ${answer.version}`);
  return { server: { ...server, version: answer.version } };
}

module.exports = { findServer, onPath, program, readVersion, versionArguments };
