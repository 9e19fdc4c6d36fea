"""Servers that are started once for all tests of a session, or their absence as a reason."""

import pytest

from kg.push import connect, make_plan, push
from tests.queries.small_graph import small_store
from tests.stores.real_servers import SERVERS, Missing, Running


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """The hand-made graph whose answers were worked out by hand."""
    return small_store(tmp_path_factory.mktemp("small") / "store")


@pytest.fixture(scope="session", params=sorted(SERVERS))
def running(request, tmp_path_factory):
    """Each real server that is installed, empty at first."""
    try:
        with SERVERS[request.param](tmp_path_factory.mktemp(request.param)) as started:
            yield started
    except Missing as missing:
        pytest.skip(str(missing))


@pytest.fixture
def pushing(monkeypatch):
    """A whole push to a server: ``pushing(store, running, remove=True)``."""

    def go(store, running: Running, *, step=lambda *_: None, **how):
        remove, again = how.pop("remove", True), how.pop("again", False)
        monkeypatch.setenv("KG_PUSH_USER", running.user)
        monkeypatch.setenv("KG_PUSH_PASSWORD", running.password)
        connection = connect(how.pop("address", running.address), **how)
        try:
            plan = make_plan(store, connection, again=again)
            return push(store, connection, plan, remove=remove, step=step)
        finally:
            connection.close()

    return go
