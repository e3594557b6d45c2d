// @ts-check
// Stand-ins for `vscode` and `vscode-languageclient`, as much of them as the extension uses. They note
// what is done to them.
'use strict';

const Module = require('node:module');
const path = require('node:path');

class Disposable {
  /** @param {() => void} dispose */
  constructor(dispose) {
    this.dispose = dispose;
  }
}

/** @template T */
class Emitter {
  constructor() {
    /** @type {Set<(event: T) => unknown>} */
    this.listeners = new Set();
    /** @param {(event: T) => unknown} listener */
    this.event = (listener) => {
      this.listeners.add(listener);
      return new Disposable(() => this.listeners.delete(listener));
    };
  }

  /** @param {T} event */
  fire(event) {
    for (const listener of [...this.listeners]) listener(event);
  }
}

class Uri {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.scheme = text.slice(0, text.indexOf(':'));
    this.fsPath = decodeURIComponent(text.replace(/^\w+:\/\//, ''));
  }

  /** @param {string} text */
  static parse(text) {
    return new Uri(text);
  }

  /** @param {string} file */
  static file(file) {
    return new Uri(`file://${file}`);
  }

  toString() {
    return this.text;
  }
}

class Position {
  constructor(/** @type {number} */ line, /** @type {number} */ character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(/** @type {Position} */ start, /** @type {Position} */ end) {
    Object.assign(this, { start, end });
  }
}

class Location {
  constructor(/** @type {Uri} */ uri, /** @type {Range} */ range) {
    Object.assign(this, { uri, range });
  }
}

class Task {
  /** @param {any[]} parts */
  constructor(...parts) {
    const [definition, scope, name, source, execution, problemMatchers] = parts;
    Object.assign(this, { definition, scope, name, source, execution, problemMatchers });
  }
}

class ProcessExecution {
  /** @param {any[]} parts */
  constructor(...parts) {
    const [program, args, options] = parts;
    Object.assign(this, { program, args, options });
  }
}

/** @param {string} key */
function createMemory(key) {
  const values = new Map();
  return {
    key,
    get: (/** @type {string} */ name) => values.get(name),
    update: async (/** @type {string} */ name, /** @type {unknown} */ value) => void values.set(name, value),
  };
}

/**
 * A VS Code with settings, of which those not given have the defaults of `package.json`.
 *
 * @param {object} [options]
 * @param {Record<string, unknown>} [options.settings]
 * @param {string[]} [options.folders]
 * @param {string[]} [options.installed] The ids of other extensions.
 * @param {string[]} [options.answers] The buttons that the person presses, in order.
 */
function createVSCode({ settings = {}, folders = [], installed = [], answers = [] } = {}) {
  const manifest = require('../package.json');
  const events = {
    configuration: new Emitter(), trust: new Emitter(), extensions: new Emitter(),
  };
  const seen = {
    /** @type {string[]} */ log: [],
    /** @type {string[]} */ messages: [],
    /** @type {{ id: string, args: any[] }[]} */ executed: [],
    /** @type {Map<string, (...args: any[]) => any>} */ commands: new Map(),
    /** @type {Map<string, any>} */ taskProviders: new Map(),
    /** @type {any[]} */ statusItems: [],
    isLogDisposed: false,
  };
  const write = (/** @type {string} */ level) => (/** @type {string} */ text) => {
    if (seen.isLogDisposed) throw new Error('Channel has been closed');
    seen.log.push(`${level}: ${text}`);
  };
  /** @param {string} level @returns {(text: string, ...buttons: string[]) => Promise<string | undefined>} */
  const ask = (level) => async (text, ...buttons) => {
    seen.messages.push(`${level}: ${text}`);
    return buttons.includes(answers[0]) ? answers.shift() : undefined;
  };

  const vscode = {
    Uri, Position, Range, Location, Task, ProcessExecution, Disposable,
    LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
    TaskGroup: { Build: 'build' },
    TaskRevealKind: { Silent: 2 },
    TaskScope: { Global: 1, Workspace: 2 },
    commands: {
      registerCommand(/** @type {string} */ id, /** @type {(...args: any[]) => any} */ run) {
        if (seen.commands.has(id)) throw new Error(`command '${id}' already exists`);
        seen.commands.set(id, run);
        return new Disposable(() => seen.commands.delete(id));
      },
      async executeCommand(/** @type {string} */ id, /** @type {any[]} */ ...args) {
        seen.executed.push({ id, args });
        return seen.commands.get(id)?.(...args);
      },
    },
    env: {
      async openExternal(/** @type {Uri} */ uri) {
        seen.executed.push({ id: 'open', args: [uri.text] });
      },
    },
    extensions: {
      getExtension: (/** @type {string} */ id) => (installed.includes(id) ? { id } : undefined),
      onDidChange: events.extensions.event,
    },
    languages: {
      createLanguageStatusItem(/** @type {string} */ id, /** @type {any} */ selector) {
        const item = { id, selector, dispose() {} };
        seen.statusItems.push(item);
        return item;
      },
    },
    tasks: {
      registerTaskProvider(/** @type {string} */ type, /** @type {any} */ provider) {
        seen.taskProviders.set(type, provider);
        return new Disposable(() => seen.taskProviders.delete(type));
      },
    },
    window: {
      createOutputChannel: () => ({
        info: write('info'), warn: write('warn'), error: write('error'),
        show: () => void seen.executed.push({ id: 'showLog', args: [] }),
        dispose: () => void (seen.isLogDisposed = true),
      }),
      /** @type {{ document: { uri: Uri } } | undefined} */ activeTextEditor: undefined,
      showErrorMessage: ask('error'),
      showInformationMessage: ask('info'),
    },
    workspace: {
      workspaceFolders: folders.map((folder) => ({ uri: Uri.file(folder), name: path.basename(folder) })),
      onDidChangeConfiguration: events.configuration.event,
      onDidGrantWorkspaceTrust: events.trust.event,
      getConfiguration(/** @type {string} */ section) {
        const values = /** @type {Record<string, any>} */ ({});
        for (const { properties } of manifest.contributes.configuration) {
          for (const [name, { default: value }] of Object.entries(properties)) values[name] = value;
        }
        Object.assign(values, settings);
        const nested = /** @type {Record<string, any>} */ ({});
        for (const [name, value] of Object.entries(values)) {
          if (!name.startsWith(`${section}.`)) continue;
          const keys = name.slice(section.length + 1).split('.');
          const last = keys.pop() ?? '';
          keys.reduce((object, key) => (object[key] ??= {}), nested)[last] = value;
        }
        return { ...nested, get: (/** @type {string} */ name) => values[`${section}.${name}`] };
      },
    },
  };
  return { vscode, seen, events, settings };
}

/** A `vscode-languageclient` whose clients start as `behaviour` says. */
function createLanguageClientModule() {
  const State = { Stopped: 1, Running: 2, Starting: 3 };
  const module = {
    State,
    RevealOutputChannelOn: { Never: 4 },
    /** @type {any[]} */ clients: [],
    /** @type {'runs' | 'fails' | 'hangs'} */ behaviour: 'runs',
    LanguageClient: class {
      constructor(/** @type {any[]} */ ...args) {
        const [id, name, serverOptions, clientOptions] = args;
        Object.assign(this, { id, name, serverOptions, clientOptions });
        this.state = State.Stopped;
        this.isDisposed = false;
        this.emitter = new Emitter();
        this.onDidChangeState = this.emitter.event;
        module.clients.push(this);
      }

      /** @param {number} newState */
      become(newState) {
        const oldState = this.state;
        this.state = newState;
        this.emitter.fire({ oldState, newState });
      }

      async start() {
        this.become(State.Starting);
        if (module.behaviour === 'hangs') return new Promise(() => {});
        if (module.behaviour === 'fails') {
          this.hasFailed = true;
          this.become(State.Stopped);
          throw new Error('the connection got disposed');
        }
        return this.become(State.Running);
      }

      async stop() {
        if (this.hasFailed || this.state === State.Starting) {
          throw new Error("Client is not running and can't be stopped.");
        }
        this.become(State.Stopped);
      }

      async dispose() {
        this.isDisposed = true;
        if (this.hasFailed || this.state === State.Starting) await this.stop();
      }
    },
  };
  return module;
}

/**
 * Loads `src/extension.js` anew, over the stand-ins.
 *
 * @param {object} vscode
 * @param {object} languageClient
 */
function loadExtension(vscode, languageClient) {
  const stand = new Map([['vscode', vscode], ['vscode-languageclient/node', languageClient]]);
  const loader = /** @type {any} */ (Module);
  const load = loader._load;
  const source = path.join(__dirname, '..', 'src') + path.sep;
  for (const file of Object.keys(require.cache)) if (file.startsWith(source)) delete require.cache[file];
  loader._load = (/** @type {string} */ request, /** @type {any[]} */ ...rest) => {
    return stand.get(request) ?? load(request, ...rest);
  };
  try {
    return require('../src/extension.js');
  } finally {
    loader._load = load;
  }
}

module.exports = { createLanguageClientModule, createMemory, createVSCode, loadExtension };
