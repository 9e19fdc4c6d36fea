"""Real triple stores, started on loopback for a test, each with a folder and password of its own.

Each function is a context manager that gives a `Running`, or raises `Missing` with what to do.
A server is stopped by its process id.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PASSWORD = "only for this test"
#: seconds until a server must answer, on a busy machine
PATIENCE = 90
INI = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000

[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
MaxCheckpointRemap = 2000

[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
; of 8 KB each
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
DirsAllowed = .
VADInstallDir = .
CheckpointInterval = 60

[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 10
MaxKeepAlives = 10
KeepAliveTimeout = 10
Charset = UTF-8

[SPARQL]
ResultSetMaxRows = {rows}
MaxQueryExecutionTime = 600
"""


class Missing(Exception):
    """A server that is not installed here; the text says how to get it."""


@dataclass(frozen=True, slots=True)
class Running:
    """A server: where it is pushed to, where it is asked, and as whom."""

    address: str
    query: str
    user: str = ""
    password: str = ""
    pid: int = 0


@contextmanager
def virtuoso(folder: Path, *, rows: int = 10_000, buffers: int = 10_000) -> Iterator[Running]:
    """Virtuoso 7 with a limit of rows; ``buffers`` of 8 KB each."""
    program = shutil.which("virtuoso-t")
    if program is None:
        raise Missing("no virtuoso-t here: apt-get install virtuoso-opensource")
    sql, http = _free_port(), _free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(
        INI.format(
            sql=sql, http=http, folder=folder, rows=rows, buffers=buffers, dirty=buffers * 3 // 4
        )
    )
    # the first start makes the database, sets its passwords and ends
    subprocess.run(
        [program, "+configfile", ini, "+wait", "+foreground",
         "+pwdold", "dba", "+pwddba", PASSWORD, "+pwddav", PASSWORD],
        cwd=folder, check=True, timeout=PATIENCE, capture_output=True,
    )  # fmt: skip
    address = f"http://127.0.0.1:{http}"
    with _started([program, "+configfile", ini, "+foreground"], folder, f"{address}/sparql") as pid:
        yield Running(address, f"{address}/sparql", "dba", PASSWORD, pid)


@contextmanager
def oxigraph(folder: Path) -> Iterator[Running]:
    """The Oxigraph server of the package ``oxigraph``."""
    beside = Path(sys.executable).with_name("oxigraph")
    program = os.environ.get("KG_OXIGRAPH") or (beside if beside.exists() else None)
    program = program or shutil.which("oxigraph")
    if program is None:
        raise Missing("no oxigraph here: pip install oxigraph (or KG_OXIGRAPH=its path)")
    address = f"http://127.0.0.1:{_free_port()}"
    command = [program, "serve", "--location", folder / "data", "--bind", address[7:]]
    with _started(command, folder, address) as pid:
        yield Running(address, f"{address}/query", pid=pid)


SERVERS = {"virtuoso": virtuoso, "oxigraph": oxigraph}


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def _started(command: Sequence[str | Path], folder: Path, address: str) -> Iterator[int]:
    """Start a server, wait until it answers, and stop it in the end."""
    with (folder / "output.txt").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        try:
            _wait(process, address, folder / "output.txt")
            yield process.pid
        finally:
            process.terminate()
            try:
                process.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(process: subprocess.Popen[bytes], address: str, output: Path) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"ended at once: {output.read_text(errors='replace')[-1000:]}")
        try:
            opener.open(address, timeout=5).close()
            return
        except urllib.error.HTTPError as error:
            error.close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"{address}: no answer within {PATIENCE} seconds")
