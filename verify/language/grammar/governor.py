"""Which word governs a word: the verb or noun of its event, its clause, the words above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify.language.events import event_group, light_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBAL = frozenset({"VERB", "AUX"})
SUBJECT, PASSIVE = frozenset({"nsubj", "csubj"}), frozenset({"nsubj:pass", "csubj:pass"})
OBJECT = frozenset({"obj", "iobj"})
BECOMING = frozenset({"become", "fall", "get", "go", "remain", "stay", "turn"})
NUMBERS = frozenset({"number", "total", "tally"})
CLAUSE = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "advcl:relcl"})
CARRYING = frozenset({"xcomp", "obj", "obl", "nsubj", "nsubj:pass", "acl"})
"""Relations in which a word carries the event of a light verb."""
DESCRIBING = frozenset({"amod", "acl", "acl:relcl"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})


def event_of(token: Token) -> Token:
    """Return the word that carries the event: the token itself ("15 dead"), what modifies it, or what governs it."""
    if event_group(token.lemma_.lower()) and token.pos_ in {"NOUN", "ADJ"}:
        return token
    if (clause := _numbered(token)) is not None:
        return clause
    governor = _governor(first_conjunct(token))
    if (state := _entered(governor)) is not None:
        return state
    if event_group(governor.lemma_.lower()) and governor.lemma_.lower() not in light_verbs():
        return governor
    return _modifier(token) or _content(governor, token)


def first_conjunct(token: Token) -> Token:
    """Return the first member of the coordination of nouns that a token stands in."""
    while token.dep_ == "conj" and token.head != token and token.head.pos_ in NOUNS:
        token = token.head
    return token


def top(doc: Doc, first: int, last: int) -> Token:
    """Return the word of a row of tokens that hangs on a word outside it."""
    return next((t for t in doc[first : last + 1] if t.head == t or not first <= t.head.i <= last), doc[last])


def above(token: Token) -> tuple[Token, ...]:
    """Return the words above a token up to its verb, or to the top of the tree; none above a verb."""
    out = []
    while token.head != token and token.pos_ not in VERBAL:
        token = token.head
        out.append(token)
    return tuple(out)


def verb_above(token: Token) -> Token:
    """Return the verb of the clause that a word stands in, the word at the top of the tree where there is none."""
    return (token, *above(token))[-1]


def predicate_of(token: Token) -> Token:
    """Return the word with which a clause says something of its subject: a phrase itself beside "is", else what it hangs on."""
    return token if has_subject(token) else token.head


def has_subject(word: Token) -> bool:
    """Return whether a subject hangs on a word, also in the passive."""
    return any(c.dep_ in SUBJECT | PASSIVE for c in word.children)


def has_copula(word: Token) -> bool:
    """Return whether a word is what somebody is said to be: "she was 31"."""
    return any(c.dep_ == "cop" for c in word.children)


def path_to(token: Token, event: Token) -> tuple[Token, ...] | None:
    """Return the words from a token up to its event or its verb, None where it stands in a clause of its own below them
    ("the firm, whose office is in Lima").
    """
    path, at = [], first_conjunct(token)
    while at not in (event, at.head) and at.pos_ not in VERBAL:
        if at.dep_ in CLAUSE:
            return None
        path.append(at)
        at = at.head
    return tuple(path)


def clause_root(event: Token) -> Token:
    """Return the word at the top of the clause that an event stands in."""
    at = event
    while at.head != at and at.dep_ not in CLAUSE and not (at.dep_ == "conj" and at.pos_ == "VERB"):
        at = at.head
    return at


def clause(event: Token) -> tuple[Token, ...]:
    """Return the words of the event's clause: its subtree without the clauses that hang on it."""
    out, stack = [], [event]
    while stack:
        at = stack.pop()
        out.append(at)
        stack.extend(c for c in at.children if c.dep_ not in CLAUSE and not (c.dep_ == "conj" and c.pos_ == "VERB"))
    return tuple(sorted(out, key=lambda t: t.i))


def _entered(verb: Token) -> Token | None:
    """Return the state that a verb of becoming leads to: "fell ill", "went missing"."""
    if verb.lemma_.lower() not in BECOMING:
        return None
    states = (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in {"ADJ", "VERB"})
    return next((c for c in states if event_group(c.lemma_.lower()) and c.tag_ != "VB"), None)


def _numbered(token: Token) -> Token | None:
    """Return what those do whose number is told: "the number of voters who stayed at home topped 9,000"."""
    if token.dep_ != "nmod" or token.head.lemma_.lower() not in NUMBERS:
        return None
    return next((c for c in token.children if c.dep_ in DESCRIBING and c.pos_ == "VERB"), None)


def _governor(token: Token) -> Token:
    """Climb from a nominal to the verb, or to the event noun, that it belongs to."""
    at = token
    while at.head != at:
        head = at.head
        if head.pos_ in VERBAL or event_group(head.lemma_.lower()):
            return head
        if head.pos_ in {"ADJ", "NOUN"} and has_copula(head) and at.dep_ in SUBJECT:
            return head
        at = head
    return at


def _modifier(token: Token) -> Token | None:
    """Return an event word that modifies a token: "wounded soldiers", "people killed", "who died"."""
    return next((c for c in token.children if c.dep_ in DESCRIBING and event_group(c.lemma_.lower())), None)


def _content(verb: Token, token: Token) -> Token:
    """Return, for a light verb, the word of its clause that carries the event ("carried out strikes", "left two dead")."""
    if verb.lemma_.lower() not in light_verbs():
        return verb
    for child in sorted(verb.children, key=lambda c: (c.dep_ not in {"xcomp", "acl"}, c.dep_.startswith("nsubj"), c.i)):
        beside = child != token and child.dep_ in CARRYING and not _holds(child, token)
        if beside and event_group(child.lemma_.lower()):
            return child
    for child in verb.children:
        if child.dep_ == "obj" and _holds(child, token) and event_group(child.lemma_.lower()):
            return child
    return verb


def _holds(ancestor: Token, token: Token) -> bool:
    return ancestor == token or ancestor.is_ancestor(token)
