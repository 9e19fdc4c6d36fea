"""``kg push`` and ``--endpoint``, as a user gives them."""

import pytest

from kg.cli import main
from tests.push.made_up import GRAPH, push_all
from tests.queries.small_graph import small_store


@pytest.fixture
def push_command(server, store):
    def go(*more):
        return main(["push", server.url, "--store", str(store.folder), *more])

    return go


def test_a_dry_run_a_push_and_nothing_to_do(push_command, server, capsys):
    assert push_command("--dry-run") == 0
    told = capsys.readouterr()
    assert told.out == "".join(f"push    {GRAPH}{key}\n" for key in "abc")
    assert told.err == (
        f"{server.url}/query (Oxigraph): 3 graphs to push, 0 unchanged; nothing was written\n"
    )
    assert push_command() == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        f"pushed 3 graphs of 120 statements to {server.url}/query (Oxigraph); 0 unchanged\n"
        "checked 3 graphs: the counts agree; the merge of them has 118\n"
    )
    assert push_command("-q") == 0
    assert capsys.readouterr() == ("", "")


def test_counts_that_disagree_are_the_result(push_command, server, capsys):
    push_command("-q")
    server.graph.update(f'INSERT DATA {{ GRAPH <{GRAPH}a> {{ <urn:x:a> <urn:x:says> "more" }} }}')
    assert push_command() == 1
    told = capsys.readouterr()
    assert told.out == f"{GRAPH}a: 40 statements here, 41 there; push again with --again\n"
    assert told.err.endswith("checked 3 graphs: the counts disagree, see above\n")


def test_what_is_wrong_with_the_call(push_command, server, capsys):
    assert push_command("--server", "blazegraph") == 2
    assert "--server blazegraph: is one of virtuoso, oxigraph," in capsys.readouterr().err
    server.misbehave("403")
    assert push_command() == 2
    assert "use an account that may write" in capsys.readouterr().err


class TestEndpoint:
    @pytest.fixture(autouse=True)
    def filled(self, server, store, tmp_path):
        self.folder = tmp_path / "small"
        push_all(small_store(self.folder), server.url)
        self.far = ["--endpoint", f"{server.url}/query"]
        self.near = ["--store", str(self.folder)]

    @pytest.mark.parametrize("command", [["query", "latest-grades"], ["review"]])
    def test_it_answers_as_the_store(self, command, capsys):
        assert main([*command, *self.near]) == 0
        near = capsys.readouterr().out
        assert main([*command, *self.far]) == 0
        assert capsys.readouterr().out == near != ""

    @pytest.mark.parametrize("form", ["tables", "jsonl"])
    def test_exports_are_the_same_files(self, form, tmp_path):
        for place, where in (("near", self.near), ("far", self.far)):
            assert main(["export", form, str(tmp_path / place), *where, "-q"]) == 0
        near, far = (
            [p.read_bytes() for p in sorted((tmp_path / place).rglob("*") or [])]
            or [(tmp_path / place).read_bytes()]
            for place in ("near", "far")
        )
        assert near == far != []

    def test_what_needs_the_records_says_so(self, capsys):
        assert main(["export", "turtle", "-", *self.far]) == 2
        assert "leave --endpoint out, or write jsonl or tables" in capsys.readouterr().err

    def test_info_tells_what_is_there(self, capsys):
        assert main(["info", *self.far]) == 0
        told = capsys.readouterr().out
        assert "reports      8, of 3 authorities" in told
        assert "  SIF                       2\n" in told
        assert "  Judgement " in told
