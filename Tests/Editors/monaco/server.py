"""The language server as a process, and its messages."""

import asyncio
import collections
import json


class Server:
    """Passes messages on to `receive` in the order in which they come."""

    def __init__(self, program, receive):
        self.program = program
        self.receive = receive
        self.errors = []
        # What passed last, for a test that fails.
        self.recent = collections.deque(maxlen=12)

    async def start(self):
        self.process = await asyncio.create_subprocess_exec(
            self.program, "lsp", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )
        self.reader = asyncio.create_task(self._read())

    async def send(self, text):
        self.recent.append(f"→ {text[:400]}")
        body = text.encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        await self.process.stdin.drain()

    async def stop(self):
        """Ends the server as the protocol says, and returns its exit code."""
        self.receive = self._ignore
        await self.send(json.dumps({"jsonrpc": "2.0", "id": "end", "method": "shutdown"}))
        await self.send(json.dumps({"jsonrpc": "2.0", "method": "exit"}))
        code = await asyncio.wait_for(self.process.wait(), 10)
        await self.reader
        return code

    async def _ignore(self, text):
        pass

    async def _read(self):
        while header := await self.process.stdout.readline():
            length = int(header.split(b":")[1])
            await self.process.stdout.readexactly(2)
            text = (await self.process.stdout.readexactly(length)).decode()
            self.recent.append(f"← {text[:400]}")
            message = json.loads(text)
            # Cancelled and outdated requests are no mistake of the server.
            if "error" in message and message["error"]["code"] not in (-32800, -32801):
                self.errors.append(message["error"])
            await self.receive(text)
