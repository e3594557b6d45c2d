// @ts-check
// Prisma's own extension has the same language, so with both on everything comes twice.
'use strict';

/** @typedef {typeof import('vscode')} VSCode */

const officialIDs = ['Prisma.prisma', 'Prisma.prisma-insider'];
const key = 'officialExtension.offered';

/**
 * Offers to disable it, once in each workspace. Extensions can't disable another: VS Code leaves that
 * to the person, so the offer leads to where the button is.
 *
 * @param {VSCode} vscode
 * @param {Pick<import('vscode').ExtensionContext, 'globalState' | 'workspaceState'>} context
 */
async function offerToDisableOfficial(vscode, { globalState, workspaceState }) {
  const official = officialIDs.find((id) => vscode.extensions.getExtension(id));
  if (!official || globalState.get(key) || workspaceState.get(key)) return;
  await workspaceState.update(key, true);
  const show = 'Show It';
  const never = "Don't Ask Again";
  const answer = await vscode.window.showInformationMessage(
    'Prisma’s own extension is on too, so problems and completions come twice. Disable it for this ' +
      'workspace? “Show It” opens the list of extensions; “Disable (Workspace)” is behind the gear there.',
    show,
    never,
  );
  if (answer === show) {
    await vscode.commands.executeCommand('workbench.extensions.search', `@id:${official}`);
  }
  if (answer === never) await globalState.update(key, true);
}

module.exports = { offerToDisableOfficial };
