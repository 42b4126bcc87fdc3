"""The command line: serve, check the content, print the questionnaire, assess a file of answers.

Exit status: 0 done, 1 the content has faults, 2 the command or the file given to it has.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from wizard.assets import AssetsError, build

_THREADS = 4
_BACKPRESSURE = 128
_SECONDS_TO_STOP = 5


def main(argv: Sequence[str], *, root: Path) -> int:
    """Run one command; gives its exit status."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    outputs = _outputs(arguments) if arguments.command == "assess" else {}
    if len({path.resolve() for path in outputs.values()}) < len(outputs):
        parser.error("two outputs name the same file")
    if arguments.command == "assets":
        return _build_assets(root)
    # The assets are built before anything is installed; what the other commands need is imported when they run.
    from wizard.services.contents import ContentError  # noqa: PLC0415

    try:
        match arguments.command:
            case "check":
                return _check(root)
            case "questionnaire":
                return _print_questionnaire(root)
            case "assess":
                return _assess(root, arguments, outputs)
            case _:
                return _serve(root, arguments.host, arguments.port, arguments.workers)
    except ContentError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        return 1


def _between(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"{number} is not from {least} to {most}")
        return number

    read.__name__ = "whole number"
    return read


_TYPES: Mapping[str, Callable[[str], object]] = {"host": str, "port": _between(1, 65_535), "workers": _between(1, 64)}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py", description="KI-klar")
    parser.set_defaults(command="serve")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    serve = commands.add_parser("serve", help="serve the pages (the default)")
    defaults = {"host": os.environ.get("HOST", "127.0.0.1"), "port": os.environ.get("PORT", "8000"), "workers": "1"}
    for place in (parser, serve):
        for name, default in defaults.items():
            # The subcommand has no defaults of its own: they would take the place of what stands before it.
            place.add_argument(
                f"--{name}",
                type=_TYPES[name],
                default=default if place is parser else argparse.SUPPRESS,
            )
    commands.add_parser("check", help="check questions/ and guidance/, naming every fault")
    commands.add_parser("questionnaire", help="print the questionnaire as JSON")
    commands.add_parser("assets", help="install and copy third-party files for pages and PDF")
    _add_assess(commands.add_parser("assess", help="assess a file of answers, or a report as JSON or PDF"))
    return parser


#: What `assess` can write, by the option for it, with what it is called there.
_FORMATS = {
    "json": "the result as JSON, here instead of to stdout",
    "pdf": "the report as PDF",
    "docx": "the report as a Word document",
    "xlsx": "the action plan, the answers and the risks as an Excel workbook",
    "csv": "the action plan as CSV",
}
#: The editions by their English names; those that pages and files use are taken too.
EDITIONS = {"full": "fuld", "steering": "styregruppe", "lawyer": "jurist", "plan": "handlingsplan"}


def _add_assess(assess: argparse.ArgumentParser) -> None:
    assess.add_argument("answers", type=Path, metavar="INPUT")
    for name, what in _FORMATS.items():
        assess.add_argument(f"--{name}", type=Path, metavar="OUT", help=f"write {what}")
    assess.add_argument(
        "--edition",
        choices=[*EDITIONS, *EDITIONS.values()],
        default="full",
        metavar="|".join(EDITIONS),
        help="for whom the PDF or Word document is (the default is full)",
    )
    assess.add_argument("--no-answers", action="store_true", help="leave out the data that travels inside the PDF")


def _outputs(arguments: argparse.Namespace) -> dict[str, Path]:
    """Give the files to write by format."""
    named = {name: getattr(arguments, name) for name in _FORMATS}
    return {name: path for name, path in named.items() if path}


def _build_assets(root: Path) -> int:
    try:
        build(root)
    except AssetsError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _check(root: Path) -> int:
    from wizard.services.contents import find_stale, get_content, get_example, get_today  # noqa: PLC0415 - see main

    today = get_today()
    content = get_content(root, today=today)
    get_example(root, content)
    for warning in find_stale(content, today):
        print(content.phrases("check.warning", warning=warning), file=sys.stderr)
    asked = sum(1 for _ in content.questionnaire)
    print(
        content.phrases(
            "check.clean",
            questions=asked,
            challenges=len(content.challenges),
            cases=len(content.cases),
            tools=len(content.tools),
            law=len(content.law),
            version=content.version,
        )
    )
    return 0


def _print_questionnaire(root: Path) -> int:
    from wizard.services.batch import questionnaire_json  # noqa: PLC0415 - see main
    from wizard.services.contents import get_content  # noqa: PLC0415

    _print_json(questionnaire_json(get_content(root)))
    return 0


def _assess(root: Path, arguments: argparse.Namespace, outputs: Mapping[str, Path]) -> int:
    from wizard.services.batch import BatchError, assess_file  # noqa: PLC0415 - see main
    from wizard.services.contents import get_content  # noqa: PLC0415
    from wizard.services.reports import FILES, Edition, Format  # noqa: PLC0415

    edition = Edition(EDITIONS.get(arguments.edition, arguments.edition))
    wanted = {Format(name): path for name, path in outputs.items()}
    for format_ in wanted:
        editions = FILES[format_].editions
        if editions and edition not in editions:
            names = " and ".join(name for name, danish in EDITIONS.items() if danish in editions)
            print(f"--{format_.value} is only made of the editions {names}", file=sys.stderr)
            return 2
    try:
        made = assess_file(
            get_content(root),
            arguments.answers,
            wanted or [Format.JSON],
            edition=edition,
            with_answers=not arguments.no_answers,
        )
        _write_all({path: made[format_] for format_, path in wanted.items()})
        if not wanted:
            _print_json(made[Format.JSON].decode())
    except BatchError as error:
        for fault in error.faults:
            print(f"{arguments.answers}: {fault}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename or 'stdout'}: {error.strerror}", file=sys.stderr)
        return 2
    return 0


def _write_all(outputs: Mapping[Path, bytes]) -> None:
    """Write all of the files or none: each beside its place first, and then all into theirs."""
    parts = {path: path.with_name(f"{path.name}.part") for path in outputs}
    try:
        for path, data in outputs.items():
            parts[path].write_bytes(data)
        for path, part in parts.items():
            part.replace(path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _print_json(text: str) -> None:
    # Bytes, because a Windows terminal may not speak UTF-8.
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _serve(root: Path, host: str, port: int, workers: int) -> int:
    from granian import Granian  # noqa: PLC0415 - see main
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    from wizard.config import ConfigError, read_config  # noqa: PLC0415
    from wizard.services.contents import get_content, get_example  # noqa: PLC0415

    content = get_content(root)
    get_example(root, content)
    try:
        # Told here and not by each worker; and the key is made once, before they all look for it.
        read_config(root)
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2
    print(content.phrases("serve.address", address=f"http://{host}:{port}"), flush=True)
    server = Granian(
        "wizard.app:create_app",
        factory=True,
        interface=Interfaces.WSGI,
        address=host,
        port=port,
        workers=workers,
        # Pages are short and the database answers at once: a few threads keep a worker busy, more only take turns.
        blocking_threads=_THREADS,
        backpressure=_BACKPRESSURE,
        # A worker that is told to stop while it still starts does not hear it.
        workers_kill_timeout=_SECONDS_TO_STOP,
        log_access=False,
        log_level=LogLevels.warning,
    )
    server.serve()
    return 0
