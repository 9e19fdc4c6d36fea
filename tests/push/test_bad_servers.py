"""Servers that misbehave: what is said, and that nothing is lost."""

import shutil
import socket
import ssl
import subprocess

import pytest

from kg.errors import StoreError
from kg.push import PushError, connection
from kg.push.connection import PAUSES
from tests.push.made_up import push_all

MERGED = 118


def test_a_server_that_is_down(store):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(PushError, match=r"cannot be reached .* is the server running"):
        push_all(store, f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("403", r"forbids this \(HTTP 403: not so\); use an account that may write"),
        ("page", "answered 200 with .*Welcome to the proxy"),
        ("drop", "broke off the connection"),
        ("503", r"too busy or not there \(HTTP 503\), also after several tries"),
        ("forget", r"took \S*graph/[ab] without complaint and holds nothing of it"),
    ],
)
def test_what_is_said_and_the_push_taken_up(server, store, fault, told):
    server.misbehave(fault, spare=2 if fault not in ("page", "403") else 0)
    with pytest.raises(PushError, match=told):
        push_all(store, server.url)
    server.misbehave("")
    done = push_all(store, server.url)
    assert (done.merged, done.wrong) == (MERGED, ())


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("endless", "answers with more than 64 MB"),
        ("bomb", "answers with more than 64 MB"),
        ("no number", "answers 'many' where a number of statements is asked"),
        ("the same again", "sends the same rows again"),
        ("a variable less", "something else than SPARQL results"),
        ("nested", "something else than SPARQL results"),
        ("trickle", "the answer came too slowly; give a longer --timeout"),
    ],
)
def test_an_answer_that_has_no_end_or_no_sense(server, store, fault, told):
    server.misbehave(fault)
    with pytest.raises(PushError, match=told):
        push_all(store, server.url, timeout=1 if fault == "trickle" else 30)
    server.misbehave("")
    assert push_all(store, server.url).merged == MERGED


def test_a_write_whose_answer_has_no_end(server, store):
    server.misbehave("endless writes")
    with pytest.raises(PushError, match="answers with more than 64 MB"):
        push_all(store, server.url)
    server.misbehave("")
    assert push_all(store, server.url).merged == MERGED


def test_a_page_in_place_of_an_answer_to_a_write(server, store):
    server.misbehave("page", spare=3)
    with pytest.raises(PushError, match=r"answered 200 with a web page \(Welcome to the proxy\)"):
        push_all(store, server.url)


def test_a_server_that_is_slow(server, store):
    server.misbehave("slow", times=20)
    with pytest.raises(PushError, match=r"no answer within 0\.2 seconds.*--timeout"):
        push_all(store, server.url, timeout=0.2)


def test_a_server_that_is_read_only(server, store):
    server.misbehave("403")
    with pytest.raises(PushError, match=r"forbids this .* 0 of 3 graphs are done"):
        push_all(store, server.url)


def test_a_graph_store_that_takes_no_put_gets_updates(server, store):
    server.misbehave("405")
    done = push_all(store, server.url)
    assert (done.by_protocol, done.merged, done.wrong) == (False, MERGED, ())


def test_what_is_too_large_travels_in_pieces(server, store):
    from kg.push import graphs

    server.misbehave("413")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graphs, "LEAST_BYTES", 100)
        done = push_all(store, server.url)
    assert (done.merged, done.wrong) == (MERGED, ())


def test_a_short_trouble_is_waited_out(server, store):
    server.misbehave("503", spare=1, times=len(PAUSES))
    assert push_all(store, server.url).wrong == ()
    server.misbehave("drop", spare=1, times=len(PAUSES))
    assert push_all(store, server.url, again=True).wrong == ()


def test_a_server_that_cannot_unpack_gets_it_plainly(server, store):
    server.misbehave("no gzip")
    assert push_all(store, server.url).wrong == ()
    packed = [h for _, h, _ in server.seen if h.get("Content-Encoding") == "gzip"]
    assert len(packed) == 1


class TestWhoAsks:
    def test_a_password_is_asked_for(self, server, store):
        server.password = "ann:secret words"
        with pytest.raises(PushError, match=r"wants to know who asks .*set KG_PUSH_USER"):
            push_all(store, server.url)

    def test_a_wrong_one_is_refused_and_not_repeated(self, server, store, monkeypatch):
        server.password = "ann:secret words"
        monkeypatch.setenv("KG_PUSH_USER", "ann")
        monkeypatch.setenv("KG_PUSH_PASSWORD", "guessed")
        with pytest.raises(PushError, match="refused the name and password") as refused:
            push_all(store, server.url)
        assert "guessed" not in str(refused.value)

    def test_from_the_environment(self, server, store, monkeypatch):
        server.password = "ann:secret words"
        monkeypatch.setenv("KG_PUSH_USER", "ann")
        monkeypatch.setenv("KG_PUSH_PASSWORD", "secret words")
        assert push_all(store, server.url).wrong == ()

    def test_from_netrc(self, server, store, monkeypatch, tmp_path):
        server.password = "ann:secret"
        netrc = tmp_path / "netrc"
        netrc.write_text("machine 127.0.0.1 login ann password secret\n")
        netrc.chmod(0o600)
        monkeypatch.setenv("NETRC", str(netrc))
        assert push_all(store, server.url).wrong == ()

    def test_a_token_is_borne(self, server, store, monkeypatch):
        monkeypatch.setenv("KG_PUSH_TOKEN", "abc")
        push_all(store, server.url)
        sent = {h.get("Authorization") for what, h, _ in server.seen if what != "GET /"}
        assert sent == {"Bearer abc"}

    def test_half_a_pair_and_a_password_in_the_address_are_refused(self, store, monkeypatch):
        with pytest.raises(StoreError, match="ends up in logs") as told:
            push_all(store, "http://ann:secret@localhost/")
        assert "secret" not in str(told.value)
        monkeypatch.setenv("KG_PUSH_USER", "ann")
        with pytest.raises(StoreError, match="KG_PUSH_USER and KG_PUSH_PASSWORD together"):
            push_all(store, "http://localhost/")

    def test_what_netrc_has_for_one_host_is_not_told_to_another(
        self, server, store, monkeypatch, tmp_path
    ):
        netrc = tmp_path / "netrc"
        netrc.write_text("machine 127.0.0.1 login ann password secret\n")
        netrc.chmod(0o600)
        monkeypatch.setenv("NETRC", str(netrc))
        other = server.url.replace("127.0.0.1", "localhost")
        push_all(store, server.url, graphs=other + "/store")
        for what, headers, _ in server.seen:
            if what != "GET /":
                assert ("Authorization" in headers) == (what != "PUT /store")

    @pytest.mark.parametrize("address", ["localhost:8890", "ftp://x/", "http://", "http://h:x/"])
    def test_what_is_no_address(self, store, address):
        with pytest.raises(StoreError, match="write it as http://HOST:PORT/PATH"):
            push_all(store, address)


def test_an_unknown_server_must_be_named(server, store):
    server.header = "nginx"
    with pytest.raises(PushError, match=r"name it with --server \(virtuoso, oxigraph, .*--update"):
        push_all(store, server.url)
    assert push_all(store, server.url, server="oxigraph").wrong == ()


def test_a_proxy_of_the_environment_is_used(server, store, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", server.url)
    monkeypatch.setenv("http_proxy", server.url)
    done = push_all(store, "http://store.example:7878")
    assert (done.merged, done.wrong) == (MERGED, ())


@pytest.fixture
def certificate(tmp_path):
    """One that nobody has signed but itself."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl here to make a certificate")
    place = tmp_path / "self-signed.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", place,
         "-out", tmp_path / "cert.pem", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost"],
        check=True, capture_output=True,
    )  # fmt: skip
    with place.open("a") as stream:
        stream.write((tmp_path / "cert.pem").read_text())
    return place


def test_a_certificate_that_nobody_trusts_is_refused(server, store, certificate, monkeypatch):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    address = f"https://localhost:{server.server_port}"
    with pytest.raises(PushError, match="CERTIFICATE_VERIFY_FAILED"):
        push_all(store, address)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    connection._trusted.cache_clear()
    try:
        assert push_all(store, address).wrong == ()
    finally:
        connection._trusted.cache_clear()
