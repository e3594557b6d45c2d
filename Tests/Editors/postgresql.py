"""A throwaway PostgreSQL for the tests of the editors: in a temporary folder, on a socket there, and gone
afterwards, however the test ends."""

import contextlib
import os
import pathlib
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

FETCHED = pathlib.Path(__file__).resolve().parent.parent.parent / ".build" / "postgresql"
# What a test says of its steps that need one.
ABSENCE = "skipped: the preview of a database, since there is no PostgreSQL: neither Debian's, nor one that \
scripts/postgresql-versions has fetched"

# Waits for the end of the test, and ends the server and removes its folder if the test couldn't.
WATCHER = """
trap '' INT TERM HUP
while kill -0 "$1"; do sleep 1; done
[ -d "$2" ] || exit
kill -QUIT "$(head -n 1 "$2/data/postmaster.pid")"; sleep 1; rm -rf "$2"
"""


def programs():
    """The folder with `initdb` and `postgres`: that of PRISMA_LSP_POSTGRES, of the newest Debian package, or
    of what `scripts/postgresql-versions` has fetched. None when there is none."""

    def newest(pattern, root):
        return sorted(root.glob(pattern), key=lambda path: -int(path.parent.name))

    named = os.environ.get("PRISMA_LSP_POSTGRES")
    found = newest("*/bin", pathlib.Path("/usr/lib/postgresql")) + newest("*/bin", FETCHED)
    for folder in [pathlib.Path(named)] if named else found:
        if os.access(folder / "initdb", os.X_OK):
            return folder
    return None


class Database:
    """One on a server of its own."""

    def __init__(self, folder, programs):
        self.folder = folder
        self.psql_program = shutil.which("psql", path=f"{programs}:{os.environ['PATH']}")
        # The user, whom no password is asked for, and a word that must never be seen.
        self.url = f"postgresql://postgres:s3cret-word@localhost/shop?host={folder}"

    def run(self, sql, database="shop"):
        """Runs a script as the test itself, and returns what it prints: a line each row, `|` between columns."""
        done = subprocess.run(
            [self.psql_program, "-XqAt", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "postgres", "-d", database],
            input=sql, capture_output=True, text=True, env={**os.environ, "PGAPPNAME": "test"})
        assert done.returncode == 0, done.stderr
        return done.stdout

    @contextlib.contextmanager
    def only_read(self):
        """Proves that whoever uses the database meanwhile reads it, and only reads."""
        before = self._writes()
        start = len(self._log())
        yield
        assert self._writes() == before, "the database has been written to"
        messages = self._messages(self._log()[start:])
        assert messages, "nobody has asked the database for anything"
        for message in messages:
            assert message.startswith("BEGIN READ ONLY;"), f"sent was {message}"
            assert message.endswith(";COMMIT"), f"sent was {message}"
            assert len(re.findall(r"\b(BEGIN|COMMIT)\b", message)) == 2, f"sent was {message}"

    def _writes(self):
        """A number that grows with each transaction that writes."""
        return self.run("SELECT txid_snapshot_xmax(txid_current_snapshot())")

    def _log(self):
        return (pathlib.Path(self.folder) / "log").read_text()

    def _messages(self, log):
        """What was sent by others than the test."""
        # A line of the log begins with the program's name; the lines of a long message with a tab.
        entries = re.split(r"^(?=\[[^\]]*\] )", log, flags=re.MULTILINE)
        found = [re.match(r"\[([^\]]*)\] LOG:  (?:statement|execute [^:]*): (.*)", entry, re.DOTALL) for entry in entries]
        return [match[2].strip() for match in found if match and match[1] != "test"]


@contextlib.contextmanager
def database(script, **settings):
    """A database in which a script has been run, on a server with other settings than those below."""
    binaries = programs()
    # Shorter than what `tempfile` makes of TMPDIR: the path of a socket has at most 107 bytes.
    folder = tempfile.mkdtemp(prefix="prisma-lsp-pg-", dir="/tmp")
    command, user = [], None
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        names = {entry.pw_name for entry in pwd.getpwall()}
        user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
        command = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
        os.chown(folder, user.pw_uid, user.pw_gid)
    data, server = os.path.join(folder, "data"), None
    # So that `finally` is reached when the test is ended from outside.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    subprocess.Popen(
        ["/bin/sh", "-c", WATCHER, "watcher", str(os.getpid()), folder], start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with open(os.path.join(folder, "log"), "w") as log:
            quiet = dict(cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            made = subprocess.run(
                [*command, binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                 "--no-locale", "-N"], **quiet)
            assert made.returncode == 0, pathlib.Path(folder, "log").read_text()
            options = {
                "listen_addresses": "", "unix_socket_directories": folder, "fsync": "off", "autovacuum": "off",
                "log_statement": "all", "log_line_prefix": "[%a] ", "shared_buffers": "16MB", "lc_messages": "C",
                **settings,
            }
            server = subprocess.Popen(
                [*command, binaries / "postgres", "-D", data, *(f"--{name}={value}" for name, value in options.items())],
                **quiet)
        database = Database(folder, binaries)
        for _ in range(200):
            try:
                database.run("CREATE DATABASE shop", "postgres")
                break
            except AssertionError:
                assert server.poll() is None, pathlib.Path(folder, "log").read_text()
                time.sleep(0.05)
        database.run(script)
        yield database
    finally:
        if server:
            server.send_signal(signal.SIGQUIT)
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)
