"""harness desk: a local page where an editor reads a draft, decides on findings, and signs off."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from harness.cli.configured import Configured
from harness.cli.options import open_truth, say, truth_option

if TYPE_CHECKING:
    import socket

    from harness.desk.deciding import Desk

LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERY_ADDRESS = ("0.0.0.0", "::")  # of this machine; no name by which others know it


@click.command(cls=Configured)
@click.argument("folder", default="desk", type=click.Path(file_okay=False, path_type=Path))
@truth_option
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port [default: a free one].")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--author", default=None, help="The name recorded with decisions [default: git's user.name].")
@click.option("--no-browser", is_flag=True, help="Print the link without opening a browser.")
def command(
    folder: Path, truth_folder: Path | None, port: int, host: str, author: str | None, no_browser: bool
) -> None:
    """Open the desk on FOLDER (default: desk/), which holds drafts, claim files and decisions as plain files.

    It listens on this machine only unless --host says otherwise, and sends nothing anywhere. Stop it with Ctrl-C.
    """
    try:
        import starlette  # noqa: F401  (said in words before anything is made)
        import uvicorn
    except ImportError as error:
        raise click.ClickException(f"the desk needs {error.name}: pip install 'sports-claims-harness[desk]'") from None
    from harness.checking.load import default_truth_folder
    from harness.checking.load.git import user_name
    from harness.desk.checker import DeskChecker
    from harness.desk.deciding import Desk
    from harness.desk.folder import Folder, OutsideFolder
    from harness.desk.guard import ENTRANCE, Keys
    from harness.desk.server import app

    truth = open_truth(truth_folder)
    place = Folder(folder)
    try:
        place.prepare()
    except OutsideFolder as outside:
        raise click.ClickException(str(outside)) from None
    listener = _listen(host, port)
    taken = listener.getsockname()[1]
    address = _address("localhost" if host in EVERY_ADDRESS else host, taken)
    names = {_address(name, taken) for name in _names(host)}
    keys = Keys(taken)
    desk = Desk(place, DeskChecker(truth, truth_folder or default_truth_folder()))
    link = f"http://{address}{ENTRANCE}?token={keys.entrance}"
    say(f"the desk on {folder} is open: {link}", "the link works once; end the desk with Ctrl-C")
    if host not in LOOPBACK:
        say(f"{host} is more than this machine: who reads the link in the network can decide too", err=True)
    if host in EVERY_ADDRESS:
        known = ", ".join(_names(host)[1:])
        say(f"the desk answers to {known}: for another name or address give that as --host", err=True)
    sys.stdout.flush()
    Thread(target=_look_ahead, args=(desk,), daemon=True).start()
    if not no_browser:
        click.launch(link)
    config = uvicorn.Config(app(desk, keys, frozenset(names), author or user_name()[:120]), log_level="warning")
    with suppress(KeyboardInterrupt):  # Ctrl-C is how it is ended
        uvicorn.Server(config).run(sockets=[listener])
    say(f"the desk is closed; everything is in {folder}")


def _look_ahead(desk: Desk) -> None:
    """Check all drafts before they are asked for; what is wrong with one is told where it is shown."""
    from harness.desk.queue import queue

    with suppress(Exception):
        queue(desk)


def _listen(host: str, port: int) -> socket.socket:
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)  # before the link is printed, so that whoever follows it at once only waits
    except OSError as error:
        listener.close()
        why = error.strerror or str(error)
        advice = "without --port the desk takes one that is free"
        raise click.ClickException(f"{host}, port {port}: {why}; {advice}") from None
    return listener


def _names(host: str) -> tuple[str, ...]:
    """The names by which browsers may ask for the desk: of every address of the machine, those that it surely has."""
    import socket

    if host in LOOPBACK:
        return LOOPBACK
    return (host, *LOOPBACK, socket.gethostname().lower()) if host in EVERY_ADDRESS else (host,)


def _address(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
