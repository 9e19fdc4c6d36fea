"""``kg explain``: what was read from one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.options import add_corrections, add_knowledge, add_manifest, say, write_file

NAME = "explain"
HELP = "show what was read from one file"
DESCRIPTION = """\
Reads one report and shows everything that was read from it, without touching a store.
What a corrections file gives for the report is taken, and shown beside what was read.
With --html, writes the text of its pages with every reading marked in colour and labelled.
"""
EXAMPLE = """\
example:
  kg explain report.pdf
  kg explain report.pdf --html report.html
exit status: 0 done; 1 the file cannot be read; 2 the call is wrong
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("file", type=Path, help="a report: PDF, text, HTML or DOCX")
    parser.add_argument("--html", metavar="OUT", type=Path, help="write the marked pages to OUT")
    add_knowledge(parser)
    add_corrections(parser)
    add_manifest(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 1 if the file cannot be read."""
    import shutil

    from kg.documents import read
    from kg.errors import StoreError, UnreadableFile
    from kg.explain import describe, html_page
    from kg.ingest import corrections_of, find_corrections, strays
    from kg.ingest.manifest import find_manifests
    from kg.knowledge import load_knowledge
    from kg.reports import ledger_of, load_profiles, read_report
    from kg.reports.listed import published_at

    if args.html and args.html.exists() and args.html.samefile(args.file):
        raise StoreError(f"{args.html}: is the report itself; name another file for the page")
    knowledge = load_knowledge(tuple(args.vocabulary))
    profiles = load_profiles(tuple(args.profile), tuple(args.vocabulary))
    try:
        document = read(args.file)
    except UnreadableFile as error:
        say(f"{args.file}: {error}")
        return 1
    given = find_corrections((args.file,), args.corrections)
    of_file = [each for each in given if each.source == args.file.stem]
    for line in strays(of_file, {args.file.stem: {document.sha256}}):
        say(line)
    corrections = corrections_of(args.file, document.sha256, given)
    report = read_report(document, knowledge, profiles, corrections=corrections)
    published = find_manifests((args.file,), args.manifest)
    for line in published.complaints:
        say(line)
    if publication := published.of(args.file, document.sha256):
        report = published_at(report, publication, knowledge)
    ledger = ledger_of(document, report, profiles)
    if args.html:
        write_file(args.html, html_page(document, report, ledger).encode())
    else:
        width = shutil.get_terminal_size((100, 24)).columns
        print(describe(document, report, width, ledger), end="")
    return 0
