// @ts-check
// `prisma-lsp.showReferences`, which the server's code lenses call: VS Code's own command takes only
// VS Code's own objects, and what comes from the server is the protocol's JSON.
'use strict';

/** @typedef {{ line: number, character: number }} Position */
/** @typedef {{ uri: string, range: { start: Position, end: Position } }} Location */

/** The commands that the server may name in code lenses, told to it as it starts. */
const clientCommands = ['prisma-lsp.showReferences'];

/**
 * @param {typeof import('vscode')} vscode
 * @param {string} uri
 * @param {Position} position
 * @param {Location[]} locations
 */
function showReferences(vscode, uri, position, locations) {
  /** @param {Position} position */
  const place = ({ line, character }) => new vscode.Position(line, character);
  return vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    place(position),
    locations.map(({ uri: file, range: { start, end } }) => {
      const range = new vscode.Range(place(start), place(end));
      return new vscode.Location(vscode.Uri.parse(file), range);
    }),
  );
}

module.exports = { clientCommands, showReferences };
