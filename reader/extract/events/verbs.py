"""What verbs do to an event, as tables: how real it is, who acts, what goes with it; an example is its entry's test."""

from __future__ import annotations

from dataclasses import dataclass

from reader.extract.syntax.words import words


@dataclass(frozen=True, slots=True)
class Modality:
    """Verbs that make what they govern something else than a plain fact."""

    name: str
    verbs: frozenset[str]
    """Base forms: before an infinitive (*plans to speak*) or with an object of their own (*demanded guarantees*)."""
    modals: frozenset[str]
    """Auxiliaries and adverbs of the same meaning."""
    example: str
    """A sentence whose first event has this modality."""


MODALITIES: tuple[Modality, ...] = (
    Modality(
        "planned",
        words("plan intend aim prepare schedule propose arrange"),
        words("will shall ’ll 'll won't"),
        "The minister plans to visit Kyiv.",
    ),
    Modality("expected", words("expect anticipate predict"), words(""), "Analysts expect a loss."),
    Modality("wanted", words("want wish hope seek desire prefer"), words(""), "The union wants to meet the owners."),
    Modality(
        "demanded",
        words("demand urge insist order require request oblige"),
        words("must should ought"),
        "Moscow demanded security guarantees.",
    ),
    Modality(
        "possible", words("consider mull"), words("may might could can cannot can't"), "The bank may raise rates."
    ),
    Modality("feared", words("fear dread"), words(""), "Officials fear a new attack."),
    Modality("denied", words("deny"), words(""), "The company denied the charge."),
    Modality("promised", words("promise pledge vow offer commit"), words(""), "The firm pledged to pay the workers."),
    Modality("refused", words("refuse decline"), words(""), "The court refused to hear the case."),
    Modality("tried", words("try attempt strive struggle"), words(""), "The crew tried to close the valve."),
    Modality("threatened", words("threaten"), words(""), "The rebels threatened to blow up the dam."),
    Modality("alleged", words("allege"), words("allegedly reportedly"), "The guard allegedly took the money."),
    Modality("conditional", words(""), words("would ’d 'd wouldn't"), "The plan would cut taxes."),
)

MODALITY_OF_VERB = {verb: item.name for item in MODALITIES for verb in item.verbs}
MODALITY_OF_MODAL = {modal: item.name for item in MODALITIES for modal in item.modals}

NO_EVENT = words("be have seem appear remain stay mean belong consist depend contain lie concern resemble deserve lack")
"""States: no one does anything."""

SAYING = words("""
say tell add announce warn claim argue insist explain note acknowledge admit concede confirm declare state
report reply respond answer retort assert allege maintain contend stress emphasize emphasise underline reiterate
repeat recall remark observe comment mention complain write tweet testify reveal disclose inform remind assure
caution affirm ask joke shout cry deny speak talk describe call quote clarify suggest predict estimate conclude
""")
"""Verbs of saying: reporting, not deeds. *Speak* and *talk* report only with what was said."""

GOING_ON = words("start stop begin continue keep avoid resume cease consider finish quit risk")
"""The -ing form after them is the deed: *started supporting*."""

_ASKED = "urge ask order tell call invite warn require advise instruct beg press push pressure encourage"
MAKING_DO = dict.fromkeys(words(_ASKED), "demanded") | dict.fromkeys(
    words("force allow help enable permit compel persuade"), ""
)
MAKING_DO |= {"want": "wanted", "expect": "expected"}
"""Verbs whose object does what follows, with the modality of that: *urged Russia to withdraw*."""

BLAMING = words("accuse suspect convict acquit")
"""The object of these did what follows *of*: *accuses Ukraine of having moved soldiers*."""

LASTING = words("need take spend last require lose save waste serve demand receive face")
"""Their noun group is an object even when it is a period: *needs 15 days*."""

SPENDING = words("spend waste")
"""Even a day or night right behind these is their object."""

MOVING = words(
    "fall rise drop climb gain jump sink slip slide surge soar plunge tumble decline grow increase decrease "
    "shrink double triple edge recover rebound finish close end open"
)
"""Their number is how far, not what: *fell 12.5%*."""

PERIODS = words("second minute hour day week month year decade century time moment while night morning evening")
"""A noun group of these is a time, not what is acted on."""

WITH_OBJECT = words("to with on of for against about at into from over upon between toward towards")
"""Prepositions whose noun group counts as the object of a verb that has none."""

SAID_WITH = words("to about of with for against")
"""The same for verbs of saying."""

OCCASIONS = words("summit conference meeting ceremony hearing rally briefing talks congress fair festival")
"""What one does something at: no object."""

WHOLE_PHRASES = frozenset({("give", "way"), ("take", "place"), ("take", "part"), ("take", "effect"), ("make", "sense")})
"""Verbs whose noun is part of them: *the dam gave way*."""

PLACE_PREPOSITIONS = words("in at near from outside across inside around within off along above over to")

EXTENDED = words(
    "end response answer threat return visit access approach reply solution alternative right aid damage letter "
    "call attack ban raid war curb sanctions agreement deal talks limit report law vote"
)
"""Nouns that keep the phrase after them: *an end to the expansion*, *an attack on the port*."""
