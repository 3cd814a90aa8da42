"""Which texts are surely not English."""

from __future__ import annotations

import pytest

from verify.articles.english import other_language

ENGLISH = "The ferry sank on Sunday and five of the people who were on it died, the coast guard said. " * 3
LISTS = "Kirkhaven 5 dead. Northport 3 hurt. Ferry lost. Pier shut. Radar broken. Pumps broken. " * 4


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Die Fähre sank am Sonntag vor der nördlichen Küste, und fünf Menschen starben, sagte die Polizei. " * 3,
            "German",
        ),
        (
            "El ferry se hundió el domingo frente a la costa norte y cinco personas murieron, dijo la policía. " * 3,
            "Spanish",
        ),
        (
            "Le ferry a coulé dimanche au large de la côte nord et cinq personnes sont mortes, selon les garde-côtes. "
            * 3,
            "French",
        ),
        (
            "De veerboot zonk zondag voor de noordelijke kust en vijf mensen kwamen om het leven, zei de kustwacht. "
            * 3,
            "Dutch",
        ),
        (
            "Паром затонул в воскресенье у северного побережья, и пять человек погибли, сообщила береговая охрана. "
            * 3,
            "Russian",
        ),
        ("غرقت العبارة يوم الأحد قبالة الساحل الشمالي وتوفي خمسة أشخاص، وفقا لخفر السواحل. " * 4, "Arabic"),
        ("渡轮星期日在北部海岸沉没，海岸警卫队说有五人死亡，搜救工作仍在继续，市长说将进行全面调查。" * 3, "Chinese"),
    ],
)
def test_another_language_is_named(text: str, name: str) -> None:
    assert other_language(text) == name


@pytest.mark.parametrize(
    "text", [ENGLISH, ENGLISH.upper(), LISTS, "", "Fünf Tote.", "El ferry se hundió.", "1 2 3 " * 40]
)
def test_english_or_too_little_to_tell(text: str) -> None:
    assert other_language(text) is None


def test_english_with_foreign_quotations() -> None:
    assert other_language(ENGLISH + "“No sabemos nada”, dijo la alcaldesa. " + ENGLISH) is None


def test_english_needs_no_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError

    monkeypatch.setattr("verify.articles.english._identifier", refuse)
    assert other_language(ENGLISH) is None
