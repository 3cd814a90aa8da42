"""Pages from the web, for `verify get` alone: no other part of the program opens a connection to fetch anything."""

from verify.fetch.addresses import checked, named
from verify.fetch.feeds import linked
from verify.fetch.web import Page, UnobtainableError, Web

__all__ = ["Page", "UnobtainableError", "Web", "checked", "linked", "named"]
