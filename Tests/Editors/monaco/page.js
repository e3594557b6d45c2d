// The page: an editor over the files of a workspace, and Monaco's own client for language servers. The
// messages go through `toServer` and `fromServer`, which the driver ties to the server's pipes.
'use strict';

/** The language as the extension for VS Code describes it. */
async function describeLanguage(monaco) {
  const language = await (await fetch('/language-configuration.json')).json();
  const regex = ({ pattern, flags }) => new RegExp(pattern, flags);
  const actions = { none: 0, indent: 1, indentOutdent: 2, outdent: 3 };
  monaco.languages.register({ id: 'prisma', extensions: ['.prisma'] });
  monaco.languages.setLanguageConfiguration('prisma', {
    ...language,
    folding: undefined, // The server has it.
    wordPattern: regex(language.wordPattern),
    indentationRules: Object.fromEntries(
      Object.entries(language.indentationRules).map(([name, rule]) => [name, regex(rule)])),
    onEnterRules: language.onEnterRules.map(({ beforeText, afterText, action }) => ({
      beforeText: regex(beforeText),
      afterText: afterText && regex(afterText),
      action: { indentAction: actions[action.indent], appendText: action.appendText },
    })),
  });
  // What the extension sets for schemas.
  return { tabSize: 2, insertSpaces: true, detectIndentation: false };
}

/** The text of a file. */
const model = (uri) => window.monaco.editor.getModel(window.monaco.Uri.parse(uri));

/** Opens the files, {uri: text}, shows the first, and connects to the server, which has `settings`. */
async function open(files, settings) {
  const monaco = await new Promise((resolve) => {
    require.config({ paths: { vs: '/vs' } });
    require(['vs/editor/editor.main'], resolve);
  });
  const options = await describeLanguage(monaco);
  const models = Object.entries(files).map(([uri, text]) => {
    return monaco.editor.createModel(text, 'prisma', monaco.Uri.parse(uri));
  });
  for (const model of models) model.updateOptions(options);
  const editor = monaco.editor.create(document.getElementById('editor'), {
    model: models[0],
    quickSuggestions: { other: true, comments: false, strings: true },
    wordBasedSuggestions: 'off',
    linkedEditing: true,
    formatOnType: true,
  });
  // Where VS Code opens another file, the page shows its model.
  monaco.editor.registerEditorOpener({
    openCodeEditor(source, uri, selection) {
      source.setModel(monaco.editor.getModel(uri));
      if (selection) source.setSelection(selection);
      return true;
    },
  });
  // Formatting on saving, which in VS Code is a matter of its workbench.
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, async () => {
    await editor.getAction('editor.action.formatDocument').run();
    const model = editor.getModel();
    await window.save(model.uri.toString(true), model.getValue());
  });

  const socket = { send: (text, sent) => window.toServer(text).then(() => sent()), close() {} };
  window.fromServer = (text) => socket.onmessage({ data: text });
  window.client = new monaco.lsp.MonacoLspClient(monaco.lsp.WebSocketTransport.fromWebSocket(socket));
  Object.assign(window, { monaco, editor });
  const { server } = window.client._connection;
  await window.client._initPromise;
  server.workspaceDidChangeConfiguration({ settings: { 'prisma-lsp': settings } });
  // Monaco's client runs no command of a server, and VS Code's shows what it answers.
  const id = 'prisma-lsp.previewMigration';
  monaco.editor.registerCommand(id, async (_, ...args) => {
    const preview = await server.workspaceExecuteCommand({ command: id, arguments: args });
    const uri = monaco.Uri.parse('inmemory://preview/preview.sql');
    editor.setModel(monaco.editor.createModel(preview.text, 'sql', uri));
  });
  editor.focus();
}
