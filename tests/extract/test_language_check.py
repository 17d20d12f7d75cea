"""The check that keeps other languages from English extractors."""

from __future__ import annotations

import pytest

from reader.extract.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Kremlin confirmed the planned phone call, and the talks will be held on Thursday evening.", "en"),
        ("Biden warns Putin", "unknown"),
        ("Der Kreml hat das geplante Telefonat bestätigt, und die Gespräche werden am Donnerstag geführt.", "other"),
        ("Le Kremlin a confirmé l'appel et les discussions qui sont prévues pour jeudi dans la soirée.", "other"),
        ("El Kremlin confirmó la llamada y las conversaciones que se celebrarán el jueves por la tarde.", "other"),
        ("Il Cremlino ha confermato che la telefonata di giovedì non è stata rinviata per il vertice.", "other"),
        ("Het Kremlin heeft het geplande gesprek bevestigd en de gesprekken worden niet uitgesteld.", "other"),
        ("Kreml potwierdził, że rozmowa się odbędzie, ale nie jest pewne, kiedy się zacznie na Kremlu.", "other"),
        ("Кремль подтвердил запланированный телефонный разговор.", "other"),
        ("克里姆林宫确认了计划中的电话会谈将于周四晚上举行", "other"),
        ("", "unknown"),
        ("12,345 – 678", "unknown"),
    ],
)
def test_languages_are_told_apart(text: str, language: str) -> None:
    assert language_of(text) == language


def test_foreign_words_in_an_english_article_do_not_matter() -> None:
    text = (
        "The paper Le Monde and the magazine Der Spiegel reported that that La República en Marche was in Geneva."
        " He said it was too early to tell what the outcome would be."
    )
    assert language_of(text) == "en"
