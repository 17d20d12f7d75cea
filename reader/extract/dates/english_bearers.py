"""English around people and places that are called by a word of the calendar: what they do, own and are.

A second language brings its own lists of the same names.
"""

from __future__ import annotations

from reader.extract.dates.english import listed


def _either(text: str) -> str:
    return "|".join(listed(text))


# Before a surname, also without a given name.
ROLES = frozenset(
    listed(
        """
        Mr Mrs Ms Miss Dr Sir Dame Lord Lady Judge Justice Sgt Capt Lt Col Gen Prof Rev Cllr Councillor Councilman
        Inspector Detective Sheriff Constable Sergeant Nurse Sister Brother Father Pastor Bishop Senator Aunt Uncle
        """
    )
)
# After a word of the calendar these are no surname.
NO_SURNAMES = _either(
    """
    One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Deputy
    Mr Mrs Ms Miss Dr Sir Lord President Prime Minister Secretary Senator Governor Chief The This That These In On At
    For But And When While As If He She It They We I You Island Islands Town River Eve Day Night Morning Afternoon
    Evening Times Mail Telegraph Mirror Express Post Herald Sun Star People World News Review Games Olympics
    Olympic Palace Sale Sales Party Show Carol Tree Market Mass Service Parade Break Festival Cup League Club School
    Bank Holiday Season Special Edition Live Kitchen Brunch Quarter Statement Budget Forum Session Term Semester
    Revolution Rising Offensive War Truce Coup Uprising Movement Coalition Massacre Riots Agreement Accord Accords Law
    Street Road Avenue Square Bridge Park House Hall Hill Hotel Inn Arms Church Theatre Theater Company Group Fund
    University College Hospital Prison Station Airport Stadium Court Council Committee Board Madness Fair
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Wind Parade Silence Best Star Queen Rain Song Man Girl
    Child Boy Boot Data Networks Meeting Conference Summit
    """
)
# Words of the calendar that stand before capitals of every kind: as given names they need an age or a role.
COMMON = frozenset(
    listed("spring summer autumn winter easter christmas halloween pentecost ramadan midnight noon dawn")
)
# What people do and days do not.
HUMAN_VERBS = frozenset(
    listed(
        """
        said says told tells added asked wrote replied denied explained admitted insisted claimed argued recalled
        laughed
        smiled wept cried wore scored resigned died walked fought promised pleaded testified thanked married played sang
        joined signed quipped joked apologised apologized conceded agreed declined refused insists believes thinks
        thought wants wanted knew knows felt feels loved loves hated lives lived worked works studied taught coached
        retired complained confirmed warned warns predicted stressed described acknowledged vowed pledged fled escaped
        surrendered confessed hugged kissed shook waved nodded shrugged spoke speaks talked met grew graduated kept
        urged urges praised accused blamed sued drove rode flew swam danced painted directed starred learned learnt
        """
    )
)
# Participles that are said of days: Sunday was spent, Monday was marked by.
SAID_OF_DAYS = frozenset(
    listed(
        """
        marked spent dominated expected declared set scheduled designated observed chosen overshadowed devoted given
        celebrated picked agreed fixed planned reserved named supposed proclaimed billed ruined spoiled interrupted
        """
    )
)
# What only people have.
OWNED = _either(
    """
    nephew niece uncle aunt cousin cousins father mother brother brothers sister sisters son sons daughter daughters
    wife husband widow parents family children grandfather grandmother grandson granddaughter grandparents
    lawyer lawyers solicitor attorney barrister agent agents manager coach bodyguard driver secretary assistant aide
    aides spokesman spokeswoman spokesperson deputy allies supporters critics fans friends friend colleagues
    rivals successor predecessor face eyes voice hand hands head arm arms leg legs knee ankle shoulder hair ear ears
    heart body life career home house car phone room office bedroom diary memoir memoirs autobiography novels
    paintings songs autoharp guitar piano violin voice talent death birth funeral trial arrest resignation debut
    premiership fiancee girlfriend boyfriend partner
    """
)
# Before "of" and a name: allies of May, lost sight of Jun.
OF_ONE = _either(
    """
    sight allies ally friend friends critic critics supporter supporters opponent opponents colleague colleagues wife
    husband widow son sons daughter mother father brother sister parents cousin fond proud tired jealous afraid
    portrait biography admirer admirers aide aides rival rivals behalf wary arrest fans
    """
)
# Before "from" and a name.
FROM_ONE = _either(
    "heard hear hears letter letters message email call text hug kiss cross pass assist goal gift apology reply note"
)
# What is done to people, and takes an object always.
DONE_TO_ONE = _either(
    """
    hugged thanked praised congratulated accused blamed told asked kissed embraced hired fired sacked married divorced
    succeeded admired mocked ridiculed befriended adored sued signed? bought defeated beat outran outpolled nominated
    persuaded urged advised thank thanks thanking tell ask praise blame blames hugging telling asking
    """
).replace("signed?", "signing")
# What is done to people alone: a month behind it is one of them, whoever she is.
DONE_TO_PEOPLE = _either(
    """
    told tell tells telling asked asks reminded reminds warned warns informed assured reassured thanked thanks hugged
    kissed embraced married divorced befriended hired fired sacked persuaded begged urged invited
    """
)
# Kinds of places.
PLACES = _either("village town city hamlet suburb settlement port island islet river township parish municipality")
# People who come from a place.
FOLK = _either(
    """
    man woman boy girl driver couple family families farmer teacher nurse resident residents people lad teenager
    pensioner builder student shopkeeper evacuees refugees villagers fisherman fishermen player mechanic plumber
    """
)
# Before a given name and a surname.
RANKS = frozenset(listed("Captain Colonel Major General Admiral Chief Professor Corporal Lieutenant Commander"))
# After Good Friday: the agreement of 1998.
OF_THE_AGREEMENT = frozenset(
    listed("deal agreement accord accords pact peace process settlement referendum institutions")
)
# After the name of a club that is a day.
OF_A_CLUB = frozenset(
    listed(
        """
        chairman manager boss coach fans supporters striker midfielder defender goalkeeper keeper captain players owner
        side squad winger board chief hero legend academy
        """
    )
)
# What people are and days are not.
SAID_OF_PEOPLE = _either(
    """
    young old ill sick guilty innocent alive dead sorry married pregnant able afraid honest brave clever smart shy fit
    unhurt injured conscious unconscious bankrupt unmarried single homeless unemployed eligible jealous modest ambitious
    """
)
# Verbs in the past that days and months have as well.
OF_DAYS_TOO = frozenset(
    listed(
        """
        was were had did came began brought saw fell ran rang held found went meant led set let cut hit cost broke
        passed started ended opened closed marked dawned followed arrived proved turned remained seemed looked showed
        produced delivered featured witnessed recorded finished loomed approached belonged
        """
    )
)
# Nouns that a day belongs to: with Friday prayers.
NOUNS_OF_DAYS = frozenset(
    listed(
        """
        morning afternoon evening night nights mornings lunchtime prayers match game games meeting talks vote session
        deadline service services edition paper papers lunch dinner markets trading close election elections
        strike march rally shift sales sale figures opening launch
        """
    )
)
# What a month has, also where somebody is called by it: June sales, August's rain.
OF_A_MONTH = frozenset(
    listed(
        """
        sales figures rain rains sunshine storm storms gale gales flood floods heat heatwave snow frost frosts elections
        election referendum meeting deadline date dates data inflation output production exports imports unemployment
        temperatures weather downloads bookings attacks bombing bombings massacre riots ceasefire summit polls poll
        ballot
        issue edition revolt coup uprising quake earthquake budget
        """
    )
)
# Names of people in names of feasts: Martin Luther King Day.
PEOPLE_OF_FEASTS = frozenset(
    listed("valentine patrick guy fawkes david andrew burns george stephen martin luther king black columbus")
)
# Before "to" and a name.
TO_ONE = _either(
    """
    spoke spoken speak talked talking wrote written letter letters tribute tributes married engaged loyal sister brother
    listened listening gave handed gift gifts lost message messages apologised apologized according proposed apology
    """
)
# Nouns of what people are: May is a liar.
KINDS_OF_PEOPLE = _either(
    """
    man woman girl boy liar fool hero coward friend person genius leader politician lawyer teacher doctor player fighter
    star saint monster gentleman lady mother father poet writer singer actor actress farmer thief killer winner loser
    member student nurse
    """
)
# What a day is in apposition: Sunday, the day of the vote.
TIMES = _either(
    "day date deadline anniversary first second third last latest earliest final eve weekend holiday feast month"
)
