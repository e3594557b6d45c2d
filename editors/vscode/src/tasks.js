// @ts-check
// The task `prisma-lsp: validate`: all diagnostics of the schemas, also of files that are not open.
'use strict';

const { findServer } = require('./server.js');

/** @typedef {typeof import('vscode')} VSCode */

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
  async function validate(definition, scope) {
    const found = await find();
    if ('problem' in found) return undefined;
    const { server } = found;
    const paths = Array.isArray(definition.paths) ? definition.paths.map(String) : [];
    const task = new vscode.Task(
      definition,
      scope,
      'validate',
      'prisma-lsp',
      new vscode.ProcessExecution(server.path, ['validate', ...paths], { env: server.env }),
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
        .map((folder) => validate({ type: 'prisma-lsp', command: 'validate' }, folder));
      return (await Promise.all(tasks)).filter((task) => task !== undefined);
    },
    resolveTask(task) {
      const isOurs = task.definition.command === 'validate';
      return isOurs ? validate(task.definition, task.scope ?? vscode.TaskScope.Workspace) : undefined;
    },
  };
}

module.exports = { createTaskProvider };
