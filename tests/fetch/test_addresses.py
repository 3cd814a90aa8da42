"""Addresses: what is taken, what a page is called, and what leads into one's own network."""

from __future__ import annotations

import pytest

from verify import UsageError
from verify.fetch import Page, checked, linked, named
from verify.fetch.addresses import is_near


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a.txt",
        "file:///etc/passwd",
        "ftp://a.example/x",
        "javascript:alert(1)",
        "http://",
        "http://[::1",
        "http://a:99999/",
        "https://ann:secret@a.example/",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="expected") as caught:
        checked(address)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://a.example/news/2024/tram-leaves-rails.html?x=1", "tram-leaves-rails"),
        ("https://a.example/news/world-12345678/", "world-12345678"),
        ("https://a.example/2024/05/06", "a.example"),
        ("https://a.example/%E2%80%A6/..%2F..%2Fevil", "..%2F..%2Fevil".replace("%2F", "/").rpartition("/")[2]),
        ("https://a.example", "a.example"),
    ],
)
def test_a_page_is_called_by_its_address(address: str, name: str) -> None:
    assert named(address) == name


def test_addresses_of_ones_own_network_are_known() -> None:
    near = (
        "http://127.0.0.1/",
        "http://localhost:80/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://127.1/",
        "http://224.0.0.1/",
        "http://239.1.1.1/",
        "http://100.64.0.1/",
        "http://240.0.0.1/",
        "http://[::]/",
        "http://[::7f00:1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:0:10.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[64:ff9b:1::1]/",
        "http://[2002:7f00:1::]/",
        "http://[2002:c0a8:101::1]/",
        "http://[fec0::1]/",
        "http://[fc00::1]/",
        "http://[ff02::1]/",
        "http://[2001:db8::1]/",
    )
    assert [address for address in near if not is_near(address)] == []
    far = ("http://8.8.8.8/", "http://[64:ff9b::808:808]/", "http://[2002:808:808::]/", "http://[2606:4700::1111]/")
    assert [
        address for address in (*far, "http://[::ffff:8.8.8.8]/", "http://no-such-host.invalid/") if is_near(address)
    ] == []


def test_a_feed_is_the_articles_that_it_links_to() -> None:
    items = "".join(
        f"<item><title>{n}</title><link>https://a.example/news/{n}-tram-leaves-rails</link></item>" for n in range(30)
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://a.example/</link>{items}</channel></rss>'
    links = linked(Page(address="https://a.example/feed.xml", data=feed.encode()))
    assert links == [f"https://a.example/news/{n}-tram-leaves-rails" for n in range(20)]
    atom = b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/x"/><link href="/news/a"/></entry></feed>'
    assert linked(Page(address="https://a.example/feed.xml", data=atom)) == ["https://a.example/news/a"]
    entity = b'<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss><item><link>&e;</link></item></rss>'
    assert linked(Page(address="https://a.example/feed.xml", data=entity)) == []
    assert linked(Page(address="https://a.example/", data=b"<html><p>rss")) is None
