"""What stands beside a word of time in another sense: seconds of a meal, minutes of a meeting, a strong current.

A second language brings its own lists of the same names.
"""

from __future__ import annotations

from reader.extract.dates.english import listed

# Words that are no noun: behind an adjective none of them follows, behind a noun they go on the clause.
FUNCTION_WORDS = frozenset(
    listed(
        """
        a an the this that these those there here his her its their our my your another each every both some any all
        no I you he she it we they him them us me who whom whose which what where when why how is are was were be been
        am has have had having do does did can could will would shall should may might must ought not never also too
        just even still yet already again once soon then later earlier often always ever in on at by for from with to
        of off up down out over under into onto toward towards through throughout across around along behind beside
        between among amid against past about above below beneath near without within upon inside outside after before
        until till since during despite because although though while whereas unless if as than and but or nor so plus
        per via like away apart back ahead ago together anyway instead nearby
        """
    )
)
# Forms of verbs in -s that a current, a paper or a record has, none of them a common noun beside its name.
PRESENT_VERBS = frozenset(
    listed(
        """
        says tells adds writes quotes cites describes accuses argues insists believes reveals alleges sells appears
        belongs goes comes makes takes keeps gives gets brings becomes begins seems remains flows heats drags tugs
        sweeps pulls carries pushes sucks swirls weakens strengthens slackens reverses
        """
    )
)

# A current of water, air or electricity.
CURRENTS = frozenset(
    listed(
        """
        strong polar jet equatorial thermal convection upward southerly northerly direct alternating electric
        electrical electron ocean oceanic rip eddy tidal swift warm cold river undersea underwater fierce sea ac dc
        voltage powerful treacherous fast dangerous longshore coastal offshore deep magnetic induced residual steady
        sluggish racing raging heavy small tiny weak leakage mains
        """
    )
)
# Behind "current and" these are its fellows: current and former members.
FELLOWS_OF_CURRENT = frozenset(
    listed("former future past previous prospective potential recent planned proposed historical new next retired")
)
# What a current of water does to a swimmer.
SWEPT = frozenset(
    listed("pulled swept carried dragged tugged sucked pushed washed bore knocked drew sped swirled surged weakened")
)
# Behind "current-" these are of other currents.
BEHIND_CURRENT = frozenset(listed("carrying account accounts affairs limiting sensing driven"))
# Grammar, and who or what was or will be so: the past tense, the future king.
BEHIND_PAST = frozenset(
    listed(
        """
        tense tenses perfect participle participles simple continuous progressive historic imperfect subjunctive
        master masters mistress president presidents chairman chairmen captain captains champion champions winner
        winners pupils students members glory glories misdeeds mayor mayors owner owners generations mistakes sins
        crimes wars failures successes
        """
    )
)
BEHIND_FUTURE = BEHIND_PAST | frozenset(
    listed(
        """
        conditional king queen prince princess pope emperor prime premier governor senator wife husband bride groom
        son-in-law owner owners generations leader leaders parents mother father stars direction course development
        growth earnings prospects shape role status
        """
    )
)

# What is sold as seconds: not perfect.
SOLD_AS_SECONDS = frozenset(listed("factory pottery mill china bakery slate tile crockery clothing carpet"))
# Whose seconds: in the ring, at a duel.
ARC = frozenset(listed("arc angular"))
TIME_GOES = frozenset(
    listed("passed passes pass tick ticked ticks elapsed elapse dragged slipped counted remain remained left")
)
# Before seconds that are eaten, or sold with a fault.
SECOND_HELPINGS = (
    r"(?:\b(?:queue[sd]?|queuing|line[sd]?\sup|lining\sup|came\sback|come\sback|comes\sback|went\sback|go\sback|goes"
    r"\sback|return(?:s|ed)?|ask(?:s|ed|ing)?|beg(?:s|ged)?|reach(?:es|ed)?|wait(?:s|ed|ing)?|room|enough|anyone|anybody|plates|again|stay(?:s|ed)?)"
    r"(?:\s[\w'’-]+){0,4}\sfor|\b(?:have|had|having|want|wants|wanted|offered|serve|served|box(?:es)?\sof|bins?\sof|crates?\sof"
    r"|sells?|sold|selling|buys?|bought|buying|brought|brings?|ordered|sang|sings?|sung|firsts\sand))\s\Z"
)
# What seconds there are of: a matter of seconds; of others they are wares: boxes of seconds.
SO_MANY_SECONDS = frozenset(
    listed(
        """
        matter couple tens dozens hundreds thousands millions number handful fraction fractions tenths hundredths
        thousandths millionths billionths scores space question series order pair span period interval course terms
        """
    )
)
# Verbs that have a second for their subject: every second counts.
MATTERING = frozenset(listed("counts counted matters mattered spent saved wasted lost"))
SECONDED = frozenset(
    listed("motion proposal nomination call resolution amendment idea bid view sentiment candidacy proposition")
)

# The record of a meeting.
KEEPING_A_RECORD = (
    r"\b(?:(?:keep|keeps|kept|keeping|wrote|writes|write|drafted|approved?|publish(?:ed|es)?|release[sd]?"
    r"|leaked|circulated|obtained|seen|sign(?:ed|s)?|read|reads|typed|typing|doctored|falsified|no|meeting|board|cabinet"
    r"|council|committee|policy|court|official|draft|according\sto|copies\sof|extracts\sfrom|board['’]s|council['’]s"
    r"|committee['’]s|meeting['’]s|cabinet['’]s|bank['’]s)(?:\s(?:the|its|their|his|her|any|no|full|detailed|draft|copious))?"
    r"|(?:he|she|who|I|we|they|secretary|clerk|aide|notary)\s(?:took|takes?|taking)(?:\sthe)?)\s\Z"
)
RECORD_SHOWS = frozenset(
    listed(
        """
        show showed shows released published suggest suggested said revealed reveal say says record recorded records
        note noted indicate indicated confirm confirmed reflect reflected state stated seen obtained leaked are were
        read contain contained list quote quoted describe described mention omit omitted taken kept written typed
        """
    )
)
RECORDED = (
    r"\sof\s(?:an?|the|any|that|its|their|his|her|our|each|every|all|last|this)?\s?(?:[\w'’-]+\s){0,4}?(?:meetings?|talks"
    r"|proceedings|sessions?|hearings?|conferences?|gatherings?|assembl(?:y|ies)|interviews?|discussions?|committees?|boards?"
    r"|councils?|conversations?|encounters?|sittings?)\b"
)
# "The minutes" that pass, not those that are kept.
TIME_OF_MINUTES = (
    frozenset(
        listed("after before until till that following leading preceding to since when it he she they we i between in")
    )
    | TIME_GOES
)
# Behind "a minute" of time, beside the words that go on the clause: a minute longer, a minute faster.
BEHIND_A_MINUTE = TIME_GOES | frozenset(
    listed(
        """
        longer more or less faster slower quicker late early short shy clear adrift each remaining long shorter sooner
        total yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday max maximum
        """
    )
)
# Before months that are traded.
TRADED_MONTHS = frozenset(listed("delivery futures contract back expiration expiry spot nearby"))
# Hours that are kept, not spent.
KINDS_OF_HOURS = frozenset(
    listed(
        """
        all unsocial antisocial unsociable shorter reduced fixed spare billable contact credit flexible staff
        irregular late zero nil man person teaching happy core
        """
    )
)

# Runs: what a player's century is called, and what follows it.
BEFORE_RUNS = frozenset(
    listed(
        """
        test odi maiden double triple first-class unbeaten career debut twin back-to-back limited-overs twenty20 t20
        ipl ashes whirlwind chanceless quickfire fluent brisk blistering
        """
    )
)
BEHIND_RUNS = frozenset(listed("break breaks stand stands partnership partnerships opener off opening maker makers"))
BAT_AND_BALL = frozenset(
    listed(
        """
        wicket wickets innings batsman batsmen batter batters bowler bowlers bowled lbw cricket cricketer snooker
        unbeaten overs stumps crease ashes odi odis twenty20 t20 ipl runs run-chase opener openers
        """
    )
)
MADE_RUNS = (
    r"\b(?:scor(?:e[sd]?|ing)|hits?|hitting|made|makes?|making|notched|compiled|struck|smashed|completed|posted|got|gets"
    r"|reach(?:es|ed)?|brought\sup|rais(?:es|ed)|put\son|added|breaks?\s(?:of|over)|raced\sto|cruised\sto|rolled\sin|(?:run|runs|just)\sshort\sof"
    r"|short\sof|miss(?:es|ed)?|denied|chas(?:es|ed|ing)|registered|cracked|blasted|plundered|crafted|rode|rides?|riding|cycled|cycling|pedalled)"
    r"(?:\s(?:his|her|a|an|the|their))?(?:\s(?:first|second|third|fourth|fifth|maiden|superb|fine|brilliant|unbeaten|double)){0,2}\s\Z"
)

# What a paper that comes out daily or weekly is called.
KINDS_OF_PAPERS = frozenset(
    listed(
        """
        news parish trade satirical fashion literary gossip sports sport parenting leftist rightist conservative
        liberal local national regional influential business financial independent opposition rival respected popular
        tabloid broadsheet catholic communist socialist nationalist government official only last oldest main leading
        top major metropolitan city student student-run anarchist feminist political economic medical scientific music
        film quality provincial village community farming hunting shipping celebrity women men glossy sister cookery
        gardening cooking chess travel golf food cycling motoring angling science technology computer teen humour
        humor arts art architecture design underground online free printed french german spanish english dutch greek
        arabic arab czech swiss irish welsh scots scottish danish polish turkish swedish finnish british jewish
        flemish
        """
    )
)
BEST_PAPERS = frozenset(listed("biggest largest oldest newest best greatest finest smallest youngest boldest fiercest"))
OF_A_PEOPLE = (
    "ian",
    "ean",
    "ese",
    "ish",
    "can",
    "aki",
    "ani",
    "aiti",
    "raqi",
    "emeni",
    "angladeshi",
    "raeli",
    "mani",
    "tari",
)

# The world to come and that of old: the leaders of tomorrow, the stars of yesterday.
GENERIC_OF = (
    r"\b(?:\w{2,}[^\Ws]s|people|men|women|youth|world|generation|technology|society|citizenry|children|city|home|office"
    r"|workforce|britain|america)\sof\s\Z"
)
NOT_GENERIC_OF = frozenset(
    listed(
        """
        events results attacks elections votes matches games riots storms floods protests clashes bombings talks
        meetings hours headlines hearings proceedings races rallies marches losses gains sittings announcements
        letters findings polls strikes raids finals blasts explosions killings deaths arrests statements remarks
        comments ahead scenes minutes papers editions pictures decisions rulings
        """
    )
)
# Before hours that are kept, not spent: the bill on shop hours.
HOURS_OF = frozenset(
    listed(
        "shop shopping opening office visiting store trading licensing drinking closing business banking library pub"
        " bar peak rush school court surgery polling working operating watt kilowatt megawatt gigawatt terawatt"
    )
)
# Before days these are what days are called, not how many: dog days, polling days.
KINDS_OF_DAYS = frozenset(
    listed(
        """
        dog salad happy holy glory halcyon feast pay better match race polling election market wash sick snow saints
        operating selling sitting game sports open speech
        """
    )
)
# What has a length for its name: two-minute noodles, one-day internationals, the seven-year itch.
OF_A_LENGTH = frozenset(
    listed(
        """
        stand stands cricket side squad captain captaincy skipper series clock noodles international internationals
        eventing eventer eventers itch egg eggs wonder city cities neighbourhood neighborhood neighbourhoods
        neighborhoods
        """
    )
)

# Before "that" and a clause: the paper reported that it would.
TOLD_THAT = frozenset(
    listed(
        """
        said say says saying told tell tells reported report reports insisted insists claimed claims emerged confirmed
        confirms announced denied denies wrote writes believe believed believes argued added adds warned warns hoped
        hopes feared fears thought thinks knew revealed disclosed heard learned learnt suggested suggests indicated
        complained agreed month week year yesterday today news word rumour rumours rumor rumors belief
        """
    )
)
