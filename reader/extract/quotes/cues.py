"""Words that report speech, as a table; each entry's example is its own test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.extract.syntax.words import words

Frame = Literal["speech", "quote", "clause"]
"""What the verb reports: ``speech`` quotations and clauses alike; ``quote`` only what stands in quotation marks beside
it (*joked*, *continued* are too weak for a bare clause); ``clause`` only what follows with *that*."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb by its base form."""

    verb: str
    frame: Frame
    example: str
    """A sentence with its speaker in brackets and what he says between bars."""


CUES: tuple[Cue, ...] = (
    Cue("say", "speech", "[The minister] said |the talks had failed|."),
    Cue("tell", "speech", "[The minister] told reporters |that the talks had failed|."),
    Cue("add", "speech", "[Ms. Okafor] added |that there was no hurry|."),
    Cue("announce", "speech", "[The ministry] announced |that the bridge would close|."),
    Cue("warn", "speech", "[The bank] warned |that prices would rise|."),
    Cue("claim", "speech", "[The rebels] claimed |that they had taken the town|."),
    Cue("argue", "speech", "[Lawyers] argue |that the rule is void|."),
    Cue("insist", "speech", "[The coach] insisted |that nothing was wrong|."),
    Cue("explain", "speech", "[The engineer] explained |that the pump had frozen|."),
    Cue("note", "speech", "[The report] notes |that wages fell|."),
    Cue("acknowledge", "speech", "[The mayor] acknowledged |that the bridge was unsafe|."),
    Cue("admit", "speech", "[The firm] admitted |that it had known|."),
    Cue("concede", "speech", "[The party] conceded |that it had lost|."),
    Cue("confirm", "speech", "[The Kremlin] confirmed |that the call had taken place|."),
    Cue("deny", "clause", "[The company] denied |that it had paid|."),
    Cue("declare", "speech", "[The president] declared |that the war was over|."),
    Cue("state", "speech", "[The letter] states |that work must stop|."),
    Cue("report", "speech", "[The newspaper] reported |that two men had died|."),
    Cue("reply", "speech", "[The spokesman] replied |that he did not know|."),
    Cue("respond", "speech", "[The union] responded |that talks would go on|."),
    Cue("answer", "speech", "[The general] answered |that no order had come|."),
    Cue("retort", "speech", "[The senator] retorted |that he had read it|."),
    Cue("counter", "speech", "[The defence] countered |that the phone was old|."),
    Cue("assert", "speech", "[The group] asserted |that it was neutral|."),
    Cue("allege", "speech", "[Prosecutors] allege |that he lied|."),
    Cue("maintain", "speech", "[The club] maintains |that it paid on time|."),
    Cue("contend", "speech", "[Critics] contend |that the law is weak|."),
    Cue("suggest", "speech", "[Analysts] suggest |that rates may fall|."),
    Cue("stress", "speech", "[The chancellor] stressed |that no decision had been taken|."),
    Cue("emphasize", "speech", "[The doctor] emphasized |that the drug is safe|."),
    Cue("emphasise", "speech", "[The doctor] emphasised |that the drug is safe|."),
    Cue("underline", "speech", "[The envoy] underlined |that time was short|."),
    Cue("reiterate", "speech", "[The ministry] reiterated |that its position had not changed|."),
    Cue("repeat", "speech", "[The minister] repeated |that there was no alternative|."),
    Cue("recall", "speech", "[The widow] recalled |that he had left early|."),
    Cue("remark", "speech", "[The judge] remarked |that the case was old|."),
    Cue("observe", "speech", "[The author] observed |that nobody laughed|."),
    Cue("comment", "speech", "[The analyst] commented |that margins were thin|."),
    Cue("mention", "clause", "[The pilot] mentioned |that the light was on|."),
    Cue("complain", "speech", "[Residents] complained |that the water was brown|."),
    Cue("promise", "clause", "[The premier] promised |that taxes would not rise|."),
    Cue("pledge", "clause", "[The firm] pledged |that no one would lose work|."),
    Cue("vow", "speech", "[The leader] vowed |that he would return|."),
    Cue("predict", "speech", "[Economists] predict |that growth will slow|."),
    Cue("estimate", "clause", "[The agency] estimated |that 300 people had fled|."),
    Cue("conclude", "speech", "[The inquiry] concluded |that no law was broken|."),
    Cue("reveal", "speech", "[The minister] revealed |that she had resigned|."),
    Cue("disclose", "clause", "[The company] disclosed |that files had been stolen|."),
    Cue("point out", "speech", "[The lawyer] pointed out |that the term had ended|."),
    Cue("write", "speech", "[The critic] wrote |that the play was dull|."),
    Cue("tweet", "speech", "[The senator] tweeted |that he would vote no|."),
    Cue("post", "quote", "|“We are safe,”| [the singer] posted."),
    Cue("testify", "speech", "[The witness] testified |that he saw a light|."),
    Cue("swear", "clause", "[The driver] swore |that the road was clear|."),
    Cue("believe", "clause", "[Officials] believe |that the fire was set|."),
    Cue("think", "speech", "[The manager] thinks |that the team is ready|."),
    Cue("hope", "clause", "[Farmers] hope |that rain will come|."),
    Cue("doubt", "clause", "[The analyst] doubts |that the plan will work|."),
    Cue("fear", "clause", "[Aid workers] fear |that disease will spread|."),
    Cue("expect", "clause", "[The bank] expects |that rates will stay|."),
    Cue("agree", "speech", "[Both sides] agreed |that the truce should hold|."),
    Cue("accept", "clause", "[The court] accepted |that he was ill|."),
    Cue("indicate", "speech", "[The envoy] indicated |that a deal was near|."),
    Cue("signal", "clause", "[The bank] signalled |that it would wait|."),
    Cue("assure", "speech", "[The minister] assured voters |that the plant was safe|."),
    Cue("inform", "clause", "[The ministry] informed the embassy |that the visit was off|."),
    Cue("remind", "clause", "[The speaker] reminded members |that time was short|."),
    Cue("caution", "speech", "[The doctor] cautioned |that the sample was small|."),
    Cue("affirm", "speech", "[The court] affirmed |that the law stands|."),
    Cue("find", "clause", "[The study] found |that sleep helps|."),
    Cue("show", "clause", "[Polls] show |that support is falling|."),
    Cue("ask", "speech", "|“Where is the money?”| [the auditor] asked."),
    Cue("wonder", "quote", "|“Who will pay?”| [the mayor] wondered."),
    Cue("continue", "quote", "|“That is not all,”| [she] continued."),
    Cue("go on", "quote", "|“That is not all,”| [she] went on."),
    Cue("begin", "quote", "|“My friends,”| [the bishop] began."),
    Cue("joke", "quote", "|“I need a bigger desk,”| [the winner] joked."),
    Cue("quip", "quote", "|“I need a bigger desk,”| [the winner] quipped."),
    Cue("shout", "speech", "|“Let them go!”| [the crowd] shouted."),
    Cue("chant", "quote", "|“Let them go!”| [protesters] chanted."),
    Cue("cry", "quote", "|“Help us!”| [the woman] cried."),
    Cue("yell", "quote", "|“Get down!”| [the officer] yelled."),
    Cue("whisper", "quote", "|“Not now,”| [the aide] whispered."),
    Cue("urge", "quote", "|“Stay at home,”| [the governor] urged."),
    Cue("demand", "speech", "|“Open the gates!”| [the guards] demanded."),
    Cue("call", "quote", "|“Come back!”| [the captain] called."),
    Cue("boast", "speech", "|“We are the best in the world,”| [the owner] boasted."),
    Cue("lament", "speech", "|“We lost everything,”| [the farmer] lamented."),
    Cue("muse", "quote", "|“Perhaps it was luck,”| [the striker] mused."),
    Cue("sing", "quote", "|“We shall overcome some day,”| [the choir] sang."),
    Cue("read", "quote", "|“Closed until further notice,”| [the sign] read."),
    Cue("charge", "speech", "[The union] charged |that the vote was rigged|."),
    Cue("advise", "speech", "|“Keep the windows closed,”| [the police] advised."),
    Cue("offer", "quote", "|“I can do it,”| [the nurse] offered."),
    Cue("protest", "speech", "|“That is not fair,”| [the boy] protested."),
    Cue("object", "speech", "|“That is not fair,”| [the boy] objected."),
    Cue("interject", "quote", "|“That is not fair,”| [the boy] interjected."),
    Cue("exclaim", "quote", "|“What a night!”| [the singer] exclaimed."),
    Cue("enthuse", "quote", "|“What a night!”| [the singer] enthused."),
    Cue("proclaim", "speech", "|“We are free,”| [the leader] proclaimed."),
    Cue("recount", "speech", "|“It came from the left,”| [the driver] recounted."),
    Cue("describe", "quote", "|“It was a wall of water,”| [the survivor] described."),
    Cue("elaborate", "quote", "|“It is about trust,”| [the envoy] elaborated."),
    Cue("clarify", "speech", "[The office] clarified |that no date was set|."),
    Cue("remember", "speech", "|“We had nothing,”| [the nurse] remembered."),
    Cue("inquire", "quote", "|“Is anybody there?”| [the guard] inquired."),
    Cue("opine", "speech", "[The columnist] opined |that the plan was doomed|."),
    Cue("propose", "clause", "[The envoy] proposed |that talks resume|."),
    Cue("recommend", "clause", "[The panel] recommended |that the dam be closed|."),
    Cue("reaffirm", "speech", "[The allies] reaffirmed |that the pact holds|."),
    Cue("speculate", "clause", "[Analysts] speculated |that a merger was near|."),
    Cue("hint", "clause", "[The star] hinted |that she might retire|."),
    Cue("imply", "clause", "[The memo] implied |that he knew|."),
    Cue("determine", "clause", "[The court] determined |that he was sane|."),
    Cue("rule", "clause", "[The court] ruled |that he was sane|."),
    Cue("know", "clause", "[Voters] know |that money is short|."),
    Cue("realize", "clause", "[The crew] realized |that the ship was sinking|."),
    Cue("understand", "clause", "[The paper] understands |that a sale is near|."),
    Cue("learn", "clause", "[The newspaper] learned |that a sale was near|."),
)

SPEECH = frozenset(cue.verb for cue in CUES if cue.frame == "speech")
QUOTING = SPEECH | {cue.verb for cue in CUES if cue.frame == "quote"}
REPORTING = SPEECH | {cue.verb for cue in CUES if cue.frame == "clause"}
"""Verbs that a clause may follow, with *that*; those of ``SPEECH`` without it too."""
BARE_CLAUSE = words(
    "say claim argue insist think believe warn suggest hope fear know admit acknowledge concede note predict "
    "estimate understand tweet write add tell announce confirm deny expect maintain declare agree"
)
"""Verbs that a clause follows without *that* often enough."""
TOLD = words("tell ask warn remind assure inform urge advise write")
"""Verbs that name the listener before what is said."""
FRAMING = words(
    "want demand reject warn speak describe call denounce criticise criticize promise seek urge accuse praise dismiss "
    "condemn propose offer voice express threaten vow label brand blast slam deplore welcome hail pledge complain cite"
)
"""Verbs whose sentence says whose some quoted words are (*wanted “legally binding” guarantees*)."""
