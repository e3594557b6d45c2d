// @ts-check
// The tasks `prisma-lsp: validate`, all diagnostics of the schemas, also of files that are not open, and
// `prisma-lsp: generate`, which runs their generators.
'use strict';

const { findServer } = require('./server.js');

/** @typedef {typeof import('vscode')} VSCode */

/** What the program can be told to do by a task. */
const commands = ['validate', 'generate'];

/**
 * @param {VSCode} vscode
 * @param {() => ReturnType<typeof findServer>} find
 * @returns {import('vscode').TaskProvider}
 */
function createTaskProvider(vscode, find) {
  /**
   * @param {import('vscode').TaskDefinition} definition
   * @param {import('vscode').WorkspaceFolder | import('vscode').TaskScope} scope
   */
  async function create(definition, scope) {
    const found = await find();
    if ('problem' in found) return undefined;
    const { server } = found;
    const paths = Array.isArray(definition.paths) ? definition.paths.map(String) : [];
    const task = new vscode.Task(
      definition,
      scope,
      definition.command,
      'prisma-lsp',
      new vscode.ProcessExecution(server.path, [definition.command, ...paths], { env: server.env }),
      '$prisma-lsp',
    );
    task.group = vscode.TaskGroup.Build;
    task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent };
    return task;
  }

  return {
    async provideTasks() {
      const folders = vscode.workspace.workspaceFolders ?? [];
      const tasks = folders
        .filter(({ uri }) => uri.scheme === 'file')
        .flatMap((folder) => commands.map((command) => create({ type: 'prisma-lsp', command }, folder)));
      return (await Promise.all(tasks)).filter((task) => task !== undefined);
    },
    resolveTask(task) {
      const isOurs = commands.includes(task.definition.command);
      return isOurs ? create(task.definition, task.scope ?? vscode.TaskScope.Workspace) : undefined;
    },
  };
}

module.exports = { createTaskProvider };
