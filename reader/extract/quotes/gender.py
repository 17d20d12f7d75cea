"""Whether *he* or *she* can stand for a person: by title, role, or a common first name. Anything else fits both."""

from __future__ import annotations

from reader.extract.syntax.words import words

_HE = words("""
mr mister sir king prince lord spokesman chairman businessman congressman councilman policeman fireman actor
father son husband brother abraham adam ahmed alan albert alejandro alexander alexei ali andrew andrei anthony
antonio arthur barack benjamin bernard bernie bill bob boris brian bruce carl carlos charles chris christopher
daniel david dennis dmitri dmitry donald edward emmanuel eric ernest evgeny francis frank fred gary george
gerald giorgio gordon graham greg gregory guy harold harry henry howard hugo hussein ian igor ivan jack jacob
jake james jason jeff jeffrey jens jeremy jim joe joel john jonathan jorge jose josep joseph josh juan justin
karl keith ken kenneth kevin khalid larry lars leonard lionel louis luis luke marco mario mark martin matthew
max michael mick miguel mike mikhail mohamed mohammed muhammad nicholas nick nicolas nikolai oleg oliver olaf
omar oscar otto patrick paul pavel pedro peter phil philip pierre rafael ralph ray recep richard rick robert
roger ron ronald roy russell ryan sam samuel scott sean sebastian sergei sergey simon stephen steve steven
stuart ted terry thomas tim timothy toby tom tony viktor vincent vladimir volodymyr walter wayne william xavier
yuri yusuf zbigniew
""")
_HER = words("""
ms mrs miss madam queen princess lady spokeswoman chairwoman businesswoman congresswoman councilwoman
policewoman actress mother daughter wife sister alice amanda amy ana andrea angela anita ann anna anne annalena
annie aisha barbara betty beth carol caroline catherine charlotte christine claire clara claudia cynthia deborah
diana diane donna dorothy elena elizabeth ellen emily emma erika eva fatima fiona gabrielle gina gloria grace
hannah heather helen hillary ingrid irene isabel jacinda jane janet jen jennifer jessica joan joanna joyce
judith julia julie karen kamala kate katherine kathy katie kelly kim kristalina kyrsten laura laurie lena linda
lisa liz lucy magdalena marcia margaret maria marie marina marine martha mary maya megan melania melissa
mercedes michelle miriam monica nancy natalia natalie nicola nina olga oksana olivia pamela patricia paula
penelope rachel rebecca rita rosa ruth sally samantha sandra sanna sara sarah serena sharon sheila simone sonia
sofia sophia sophie stephanie susan svetlana tanya tatiana teresa theresa ursula valerie vanessa vera veronica
victoria virginia wendy yulia yvonne zoe
""")


def fits(pronoun: str, name: str, role: str | None) -> bool:
    """Whether *he* or *she* may mean the person of that name and role."""
    known = {word.strip(".,’'").lower() for word in (role or "").split()}
    parts = name.split()
    if parts:
        known.add(parts[0].strip(".,").lower())
    male, female = bool(known & _HE), bool(known & _HER)
    if male == female:
        return True
    return male == (pronoun in ("he", "him", "himself"))
