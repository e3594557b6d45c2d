// @ts-check
// A client for the real program, as small as can be.
'use strict';

const { spawn } = require('node:child_process');

/**
 * Starts the program; `request` resolves to the result.
 *
 * @param {string} program
 * @param {object} initializationOptions
 */
async function startServer(program, initializationOptions) {
  const server = spawn(program, ['lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  /** @type {Map<number, (message: any) => void>} */
  const waiting = new Map();
  let input = Buffer.alloc(0);
  server.stdout.on('data', (chunk) => {
    input = Buffer.concat([input, chunk]);
    for (;;) {
      const header = /^Content-Length: (\d+)\r\n\r\n/.exec(input.toString('latin1', 0, 64));
      if (!header) return;
      const end = header[0].length + Number(header[1]);
      if (input.length < end) return;
      const message = JSON.parse(input.toString('utf8', header[0].length, end));
      input = input.subarray(end);
      waiting.get(message.id)?.(message);
    }
  });

  /** @param {object} message */
  function send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin.write(body);
  }

  let last = 0;
  const notify = (/** @type {string} */ method, /** @type {object} */ params) => send({ method, params });
  /** @param {string} method @param {object} [params] @returns {Promise<any>} */
  const request = (method, params) => new Promise((resolve, reject) => {
    const id = (last += 1);
    waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
    send({ id, method, params });
  });

  const { capabilities } = await request('initialize', { processId: null, rootUri: null, capabilities: {}, initializationOptions });
  notify('initialized', {});
  return {
    capabilities,
    notify,
    request,
    async stop() {
      await request('shutdown');
      send({ method: 'exit' });
    },
  };
}

module.exports = { startServer };
