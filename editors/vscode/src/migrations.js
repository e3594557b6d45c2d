// @ts-check
// What a person can ask about migrations, of the schema in front of them. The server has a command for each,
// which takes the address of a file of the schema.
'use strict';

/** The command of the server behind each of ours, which `package.json` has in the palette and the menus. */
const serverCommands = {
  'prisma-lsp.openMigrationPreview': 'prisma-lsp.previewMigration',
  'prisma-lsp.writeMigration': 'prisma-lsp.createMigration',
  'prisma-lsp.rereadDatabase': 'prisma-lsp.refreshDatabase',
};

/**
 * @param {typeof import('vscode')} vscode
 * @param {() => string | undefined} problem Why there is no server to ask.
 * @returns {Record<string, (uri?: import('vscode').Uri) => unknown>}
 */
function migrationCommands(vscode, problem) {
  return Object.fromEntries(
    Object.entries(serverCommands).map(([id, command]) => [id, async (uri) => {
      // A menu tells of which file it is, the palette does not.
      const file = uri ?? vscode.window.activeTextEditor?.document.uri;
      const trouble = problem() ?? (file ? undefined : 'Open a Prisma schema first.');
      if (trouble || !file) return vscode.window.showErrorMessage(trouble ?? '');
      return vscode.commands.executeCommand(command, file.toString());
    }]),
  );
}

module.exports = { migrationCommands, serverCommands };
