"""Monaco in Chromium, over a folder of files and a server: what a person would do there."""

import contextlib
import json
import mimetypes
import pathlib
import shutil
import tempfile

import rocher
from playwright.async_api import TimeoutError, async_playwright

from server import Server

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent.parent
ADDRESS = "http://monaco.test"


class Editor:
    @classmethod
    @contextlib.asynccontextmanager
    async def open(cls, program, files, settings={}):
        """An editor with `files`, {name: text}, of which it shows the first, and settings of the server."""
        # Monaco's client puts addresses in lower case, so the folder's has to be.
        with tempfile.TemporaryDirectory(prefix="monaco_", dir="/tmp") as folder:
            self = cls()
            self.folder = pathlib.Path(folder)
            for name, text in files.items():
                (self.folder / name).write_text(text)
            async with async_playwright() as playwright:
                browser = await playwright.chromium.launch(
                    executable_path=shutil.which("chromium"),
                    args=["--no-sandbox", "--disable-dev-shm-usage"],
                )
                self.page = await browser.new_page()
                self.problems = []
                self.page.on("pageerror", self._note)
                self.page.set_default_timeout(20_000)
                self.server = Server(program, self._receive)
                await self.server.start()
                await self.page.expose_function("toServer", self.server.send)
                await self.page.expose_function("save", self._save)
                await self.page.route("**/*", self._serve)
                await self.page.goto(f"{ADDRESS}/page.html")
                texts = {self.uri(name): text for name, text in files.items()}
                await self.page.evaluate("([files, settings]) => open(files, settings)", [texts, settings])
                yield self
                code = await self.server.stop()
                await browser.close()
                assert code == 0, f"the server ended with {code}"
                assert not self.server.errors, f"the server answered with errors: {self.server.errors}"
                assert not self.problems, f"the page reported errors: {self.problems}"

    def uri(self, name):
        return f"file://{self.folder}/{name}"

    def _note(self, error):
        # Monaco leaves its own cancelled requests uncaught, and those that an edit has overtaken.
        if str(error).split("\n")[0] not in ("Canceled", "the document has changed"):
            self.problems.append(str(error))

    async def _receive(self, text):
        await self.page.evaluate("text => window.fromServer(text)", text)

    async def _save(self, uri, text):
        pathlib.Path(uri.removeprefix("file://")).write_text(text)

    async def _serve(self, route):
        path = route.request.url.removeprefix(ADDRESS).split("?")[0]
        if path.startswith("/vs/"):
            file = pathlib.Path(rocher.path()) / path.removeprefix("/vs/")
        elif path == "/language-configuration.json":
            file = ROOT / "editors/vscode/language-configuration.json"
        else:
            file = HERE / path.removeprefix("/")
        if not file.is_file():
            await route.fulfill(status=404)
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        await route.fulfill(body=file.read_bytes(), content_type=kind)

    # What a person does.

    async def show(self, name):
        """Shows another file."""
        await self.page.evaluate("uri => editor.setModel(model(uri))", self.uri(name))

    async def put_cursor(self, text, after=False):
        """Puts the cursor before or after the first place of `text`."""
        found = await self.page.evaluate(
            """([text, after]) => {
              const match = editor.getModel().findMatches(text, false, false, true, null, false)[0];
              if (!match) return false;
              editor.setPosition(after ? match.range.getEndPosition() : match.range.getStartPosition());
              editor.focus();
              return true;
            }""",
            [text, after],
        )
        assert found, f"“{text}” is not in the file"

    async def type(self, text):
        await self.page.keyboard.type(text, delay=15)

    async def press(self, *keys):
        for key in keys:
            await self.page.keyboard.press(key)

    async def take_fix(self, title):
        """Opens the list behind the light bulb, and takes the first fix, which has `title` in it."""
        await self.press("Control+Period")
        await self._take_first_action(title)

    async def take_source_action(self, title):
        """Opens the list of source actions, and takes the first, which has `title` in it."""
        await self.press("F1")
        await self.type("Source Action...")
        await self.press("Enter")
        await self._take_first_action(title)

    async def _take_first_action(self, title):
        row = self.page.locator(".action-widget .monaco-list-row.focused", has_text=title)
        try:
            await row.wait_for()
        except TimeoutError:
            rows = await self.page.locator(".action-widget .monaco-list-row").all_inner_texts()
            raise AssertionError(f"“{title}” is not the first, but {rows}") from None
        await self.press("Enter")

    async def rename(self, name):
        """Gives what is at the cursor another name."""
        await self.press("F2")
        box = self.page.locator(".rename-box input")
        await box.wait_for()
        await box.fill(name)
        await self.press("Enter")

    # What a person sees.

    async def text(self, name=None):
        uri = self.uri(name) if name else None
        return await self.page.evaluate(
            "uri => (uri ? model(uri) : editor.getModel()).getValue()", uri
        )

    async def until(self, condition, argument=None, what=None):
        """Waits for a condition of the page."""
        try:
            await self.page.wait_for_function(condition, arg=argument)
        except TimeoutError:
            raise AssertionError(f"{what or condition} does not come\n{await self.text()}") from None

    async def until_text(self, text, name=None):
        """Waits until a file holds a text."""
        await self.until(
            "([uri, text]) => (uri ? model(uri) : editor.getModel()).getValue().includes(text)",
            [self.uri(name) if name else None, text],
            f"“{text}”",
        )

    async def until_problem(self, text, marked):
        """Waits until a problem whose message holds `text` underlines what begins with `marked`."""
        await self.until(
            """([text, marked]) => monaco.editor.getModelMarkers({ resource: editor.getModel().uri })
              .some(m => m.message.includes(text) && editor.getModel().getValueInRange(m).startsWith(marked))""",
            [text, marked],
            f"a problem “{text}” at “{marked}”",
        )

    async def until_no_problem(self):
        await self.until(
            "() => monaco.editor.getModelMarkers({ resource: editor.getModel().uri }).length === 0",
            what="a file without problems",
        )

    async def until_shown(self, name, selected):
        """Waits until a file is shown with some text selected, or with the cursor before it."""
        await self.until(
            """([uri, text]) => {
              const [model, { startLineNumber: line, startColumn: column }] = [editor.getModel(), editor.getSelection()];
              return model.uri.toString(true) === uri
                && model.getLineContent(line).slice(column - 1).startsWith(text);
            }""",
            [self.uri(name), selected],
            f"“{selected}” in {name}",
        )

    async def until_seen(self, text):
        """Waits until a text stands between the lines of the file, where a hint puts it."""
        await self.page.locator(".view-line", has_text=text).first.wait_for()

    async def until_explained(self, text):
        """Waits until the hover at the cursor holds a text."""
        await self.page.locator(".monaco-hover:not(.hidden)", has_text=text).first.wait_for()

    async def until_refused(self, text):
        """Waits until the server has refused something with `text` in its words, which is then no mistake."""
        for _ in range(200):
            for error in self.server.errors:
                if text in error["message"]:
                    self.server.errors.remove(error)
                    return
            await self.page.wait_for_timeout(50)
        raise AssertionError(f"the server did not refuse anything with “{text}”, but {self.server.errors}")

    async def until_chosen(self, label, trigger=True):
        """Asks for suggestions, and waits until `label` is the one that Enter takes."""
        if trigger:
            await self.press("Control+Space")
        row = self.page.locator(".suggest-widget.visible .monaco-list-row.focused .label-name")
        try:
            await row.filter(has_text=label).first.wait_for()
        except TimeoutError:
            rows = await self.page.locator(".suggest-widget .monaco-list-row .label-name").all_inner_texts()
            raise AssertionError(f"“{label}” is not suggested first, but {rows}") from None

    async def until_on_disk(self, name, text):
        """Waits until a file has been saved with exactly this text."""
        for _ in range(100):
            if (self.folder / name).read_text() == text:
                return
            await self.page.wait_for_timeout(50)
        raise AssertionError(f"saved is\n{(self.folder / name).read_text()}\nnot\n{text}")
