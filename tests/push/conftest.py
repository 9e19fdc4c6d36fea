"""A server of this process, and a store of three graphs to push to it."""

import pytest

from tests.push.fake_server import fake_server
from tests.push.made_up import three_graphs


@pytest.fixture
def server():
    with fake_server() as running:
        yield running


@pytest.fixture
def store(tmp_path, monkeypatch):
    for name in ("KG_PUSH_USER", "KG_PUSH_PASSWORD", "KG_PUSH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "no-netrc"))
    return three_graphs(tmp_path / "store")
