"""English around a date: verbs that tell past from future, and words that show a lookalike to be none.

A second language brings its own lists of the same names.
"""

from __future__ import annotations

from reader.extract.dates.english import listed

# Verb forms that tell the past without an -ed ending; none that is a common noun or also a present form.
IRREGULAR_PAST = frozenset(
    listed("""
        said was were had did went came took gave made got saw knew thought told found left held began kept
        became brought wrote stood heard met ran paid sent led lost won fell rose grew spoke sold bought
        caught taught fought sought built spent broke drove chose wore threw flew drew shook withdrew
        overthrew arose awoke bore beat bled blew bred clung crept dealt dug fed felt fled forgot forgave
        froze hid hung knelt laid lay lent lit meant mistook overcame rang rode sang sank sat shone shot
        shrank slept slid slung sold sought spun sprang stole struck stuck stung swam swept swore swung tore
        understood undertook upheld woke wound wept withheld hurt died tied lied owed vied
        """)
)
# Forms of one spelling in present and past: past in news when nothing else speaks.
SAME_PAST = frozenset(
    listed("hit cut put set let shut split cost hurt quit read bet cast burst rid shed spread thrust")
)
# Words in -ed that are no past tense.
NO_PAST = frozenset(
    listed("""
        need speed feed seed bleed breed deed exceed indeed proceed succeed red bed united hundred kindred
        sacred naked wicked rugged wed limited based aged beloved proposed planned scheduled unscheduled
        """)
)
# The verbs among the words of un- and -ed.
UNDONE = frozenset(
    listed("""
        unveiled unleashed uncovered unearthed unloaded unfolded unraveled unravelled unseated unlocked underlined
        undermined underscored underestimated unified united unnerved unsettled unwrapped
        """)
)
FUTURE_WORDS = frozenset(listed("will shall ll gonna"))
# Participles and adjectives that point ahead: a meeting planned for Monday.
AHEAD = frozenset(
    listed(
        """
        scheduled planned slated due expected poised likely expects plans planning hopes intends aims
        expecting hoping upcoming forthcoming anticipated projected deadline payable proposed expect awaiting await
        waiting
        """
    )
)
# Those that are said of the date itself.
SET_DATES = frozenset(listed("due scheduled slated expires payable"))
# What is put off lies ahead: postponed to Tuesday.
POSTPONED = frozenset(listed("postponed delayed moved rescheduled adjourned extended pushed deferred"))
# Weights are log odds of future against past, set by hand and checked on news.
CONDITIONAL: dict[str, float] = {
    "may": 1.4, "might": 1.2, "could": 1.0, "can": 1.4, "should": 1.8, "must": 1.8, "would": 1.5, "cannot": 1.0,
}  # fmt: skip
AUXILIARIES: dict[str, float] = {
    "was": -2.0, "were": -2.0, "had": -2.0, "did": -2.0, "been": -2.0, "has": -1.5, "have": -1.2, "being": -0.3,
    "is": 0.3, "are": 0.3, "am": 0.3, "do": 0.2, "does": 0.2,
}  # fmt: skip
PRESENT: dict[str, float] = {"says": -0.5, "comes": -0.5, "came": -2.0, "coming": 1.5, "gets": 1.0, "brings": 0.8}
# Present forms that announce: the conference opens Monday.
PRESENT_FUTURE = frozenset(
    listed(
        """
        begins starts opens ends closes meets takes goes faces arrives leaves returns travels visits expires
        kicks runs begin start meet heads departs resumes hosts plays go arrive depart
        flies convenes reconvenes reconvene reopens reopen airs retires marries sits speaks gathers gather follows
        """
    )
)
# Forms that announce after a plural or a pronoun, and are nouns or adjectives elsewhere: polls open Sunday.
PLURAL_FUTURE = frozenset(
    listed(
        """
        open close leave return travel visit face play take vote resume end expire host kick elect choose decide fly
        march reopen convene reconvene gather
        """
    )
)
# Between two names these announce: City face Leeds on Tuesday.
FIXTURES = frozenset(listed("play face meet host visit take"))
# Verbs of firms that say when they will tell how they fared, nouns elsewhere.
RESULTS_OUT = frozenset(listed("reports publishes releases presents"))
KEEPING = frozenset(listed("keep keeps keeping kept stay stays stayed remain remains remained leave leaves"))
# What is so planned for a day: lawmakers are voting on Friday.
GOING_TO = frozenset(
    listed(
        """
        meeting voting holding hosting travelling traveling heading flying arriving leaving returning playing opening
        closing starting beginning taking speaking visiting going coming launching marching gathering
        """
    )
)
AHEAD_OF = ["ahead", "of"]
# What is called for, or prepared for, on a day to come.
GATHERINGS = frozenset(
    listed(
        """
        strike strikes march marches rally rallies vote protest protests walkout demonstration demonstrations meeting
        election elections boycott shutdown summit talks
        """
    )
)
CALLED = frozenset(listed("called calls call calling out prepare preparing prepared ready bracing braced brace"))
# What is asked for lies ahead: he has asked for tents by Thursday.
REQUESTS = frozenset(listed("asked called appealed demanded ordered told asks wants ordered requested urged"))
SUBJECTS = frozenset(listed("i he she they we who"))
# What makes another verb of a verb with a hyphen; other words with one are adjectives: state-owned, cut-off.
VERB_PREFIXES = frozenset(listed("re co pre over under out de mis un"))
PLURAL_SUBJECTS = frozenset(listed("they we you i people both which who and men women children police"))
FORWARD_INFINITIVES = frozenset(
    listed(
        """
        plan plans planned planning expect expects expected hope hopes hoped intend intends intended want
        wants wanted agree agreed agrees vow vowed promise promised threaten threatened ready prepare
        prepared preparing prepares likely going decided decides willing pledge pledged pledges offered
        offers aim aims aiming seek seeks seeking urged asked invited scheduled set due about need needs
        able call calls called wish wishes expecting hoping order ordered forecast tipped predicted projected
        favored favoured bound eager keen poised
        """
    )
)
BACKWARD_INFINITIVES = frozenset(
    listed(
        """
        forced tried failed managed began continued had used refused started helped led came went appeared
        seemed failing managing allowed sought declined able hesitated happened
        """
    )
)
REPORTING = frozenset(listed("said says told reported according announced added"))
DUE = frozenset(listed("deadline deadlines cutoff ultimatum"))
# Words just before a date.
LEADING: dict[str, float] = {
    "since": -2.0, "ended": -2.5, "after": -0.6, "by": 0.6, "until": 3.8, "till": 2.0, "before": 0.2, "through": 0.4,
    "effective": 0.8, "payable": 1.0, "starting": 0.5, "beginning": 0.5, "ending": 0.3, "said": -2.0, "for": 0.3,
}  # fmt: skip

# Between a number and a noun, a word in -ed is no verb: a thousand painted dominoes.
COUNTING_WORDS = frozenset(
    listed("two three four five six seven eight nine ten dozen hundred thousand million several")
)
DETERMINERS = frozenset(listed("the a an this that these those his her its their our my your"))
ABBREVIATIONS = frozenset(
    listed(
        "Mr Mrs Ms Dr Gen Sen Sens Rep Reps Gov Lt Col Sgt Capt Maj Adm Prof Rev St No Corp Inc Co Ltd vs v"
        " Jan Feb Aug Sept Oct Nov Dec"
    )
)

# Words that show a number of four digits to be none of a year.
NUMBERED = frozenset(
    listed(
        """
        flight flights resolution room section article chapter page pages route highway model number no gate
        unit size channel level line bus train case rule proposition version serial code zip extension phone
        paragraph clause column item lot apartment suite boeing airbus windows interstate autobahn
        locomotive ship asteroid camera hangar ward pump jersey shirt scene truck engine footnote
        note error build release § psalm sonnet directive
        regulation form series formula table exhibit seat pin locker desk slide plate
        """
    )
)
# Makes and models of cars, which have a year of their own: a 2012 Jetta.
CARS = frozenset(
    listed(
        """
        Toyota Honda Ford Chevrolet Chevy Nissan Volkswagen Subaru Mazda Hyundai Kia Lexus Acura Audi BMW Mercedes
        Volvo Saab Porsche Ferrari Jaguar Tesla Jeep Dodge Chrysler Plymouth Pontiac Buick Cadillac Oldsmobile
        Mitsubishi Suzuki Isuzu Fiat Renault Peugeot Opel Vauxhall Skoda Corolla Camry Prius Fiesta Mustang Taurus
        Cavalier Impala Malibu Silverado Corvette Camaro Altima Maxima Sentra Jetta Passat Beetle Sonata Wrangler
        Tahoe Yukon Bronco
        """
    )
)
CURRENCY_WORDS = frozenset(listed("usd eur gbp rs cad aud yen rupees dollars euros pounds"))
MEASURED = frozenset(
    listed(
        """
        percent per million billion trillion thousand hundred dollars euros pounds yen cents metres meters
        kilometres kilometers miles feet inches tonnes tons kilos grams acres hectares degrees volts watts
        megawatts litres barrels km kg mm cm mph kmh mw gb mb hp cc rpm hrs hours minutes basis mark
        """
    )
)
STAFF = frozenset(listed("employees workers staff jobs troops soldiers passengers delegates prisoners pupils"))
TIMETABLED = frozenset(listed("train flight service departure ferry bus sailing arrival tram"))
# What hangs on a number with a hyphen: a 1995-page report, a 2,000-seat hall.
HYPHENATED = frozenset(
    listed(
        "page seat member room mile foot metre meter kilometre kilometer ton tonne word person strong bed acre pound"
    )
)
COUNTED = frozenset(listed("people men women children police staff troops personnel aircraft cattle sheep fish"))
NO_PLURAL = frozenset(
    listed(
        """
        this thus plus versus was has does his across unless towards afterwards besides perhaps always
        sometimes series crisis census congress business process progress success access press class loss
        status basis previous various serious religious famous olympics paralympics elections sales results
        estimates figures levels earnings profits revenues prices talks protests riots attacks floods fires
        championships finals games playoffs primaries hearings accords reforms forecasts projections
        guidelines taxes returns lets allows requires says bans forbids gives makes remains shows marks ends
        begins comes goes sets means calls caps states
        """
    )
)
# Words of a title that may do without a capital.
SMALL_WORDS = frozenset(listed("a an the of and or in on at to for from with by s"))
IN_YEAR = frozenset(listed("in since until till during year after before from by circa"))
ROUGHLY = frozenset(listed("about around approximately roughly nearly almost"))
# Before a rough number these count, and name no year: it numbered about 2000.
COUNT_LEADS = frozenset(
    listed(
        """
        of is was were are be at with has have had cost costs number numbers numbered seat seats seated pay pays paid
        earn earns earned hold holds held sold sells weigh weighs weighed total totals totaled totalled employ employs
        employed drew draw draws gathered attracted killed injured wounded needs needed made makes produced produces
        lost gained or only another some
        """
    )
)
DATED_BY = IN_YEAR | frozenset(listed("built born made founded painted"))
BEFORE_YEAR = IN_YEAR | frozenset(
    listed(
        "the a an his her its their our my this that early late mid fiscal and or through of s for between around to"
        " than"
    )
)
# Words that may open a sentence right before a year.
OPENING = frozenset(
    listed(
        "unlike like about around only per throughout across starting beginning compared while when but so then until"
    )
)
# Verbs and words before a bare number that counts: the hall holds 2000.
COUNTING = frozenset(
    listed("holds hold seats sells sell costs cost weighs earns killed injured wounded employs totals totaled totalled")
)
FIRMLY_YEAR = frozenset(
    listed("in since until during after before the his her its their our this that early late mid fiscal s")
)
BEFORE_MONTH = frozenset(
    listed(
        """
        in since until till by of from to between and early late last next this each every before after
        during for through mid or the
        """
    )
)
# Month names and their abbreviations that are names or words as well.
NAMES_TOO = frozenset(listed("may march april june august jan mar jun sep dec oct nov feb apr aug jul"))
# Words after which a year is the name of a work.
WORKS = frozenset(
    listed("novel film movie book song album musical thriller documentary sitcom read reads reread sang sings")
)
OPENING_QUOTES = frozenset("\"'“‘`«*_")
CLOSING_QUOTES = frozenset("\"'”’`»*_")
# After a work that is named with its author: Orwell's 1984 is sold out.
AFTER_TITLES = frozenset(listed("is was and or has had as by in on to with which but remains tells"))
SCRIPTURE = frozenset(
    listed("Matthew Mark Luke John Acts Genesis Exodus Leviticus Numbers Deuteronomy Isaiah Romans Revelation Psalm")
)
GOVERNMENT = frozenset(listed("government cabinet administration premiership ministry camp"))
OF_MIDNIGHT = frozenset(listed("oil sun mass express blue snack"))
# Before "over" that belongs to the verb: who took over two years ago.
OVER_VERBS = frozenset(
    listed(
        "take takes took taken taking hand hands handed handing carry carried spill spilled turned boiled move moved"
    )
)
DAYS_OF = frozenset(
    listed("mourning national action rage remembrance reckoning prayer reflection celebration silence rest")
)
BEING = frozenset(listed("be is was as been declared called became becomes"))
# Verbs that set "soon" in the future of the article, not of a story it tells.
SOON_VERBS = frozenset(listed("will may might could would should can must to ll very"))
AFTER_HOURS = frozenset({",", ".", ";", "trading", "trade", "on", "in"})
# What a day or a time of day with a capital is the name of: the Today programme.
SHOWS = frozenset(listed("show programme program magazine fm"))
PAPERS = frozenset(listed("newspaper newspapers paper papers tabloid broadsheet magazine said reported wrote"))
# The record of a meeting, not a length of time: the minutes showed.
RECORDING = frozenset(listed("show showed shows released published suggest suggested said revealed"))
# On the air: the six o'clock news.
BROADCASTS = frozenset(listed("news bulletin newscast headlines"))
KIN = frozenset(
    listed("daughter daughters sister sisters wife mother aunt niece granddaughter cousin friend friends colleague")
)
NOT_OF_SEASONS = frozenset(
    listed(
        "leaf leaves capital palace camp camps school residence cottage water waters onion onions tide chicken break"
        " breaks roll rolls mattress board coil"
    )
)
# Before a month that is no name: In March, Last June.
BEFORE_NO_NAME = frozenset(
    listed(
        """
        In Since By Last Next This Until Till Early Late Mid From During Before After On Every Each The And Or Between
        Through To Of For When As While But That So Around About Each If
        """
    )
)
GIVEN_NAMES = frozenset(listed("april may june august"))
NAMING = frozenset(
    listed("called named aunt auntie uncle sister mother miss mrs ms mr lady dame saint baby little nurse cousin")
)
# Before a month of which somebody is called, these speak of that one: for May, the vote was a defeat.
BEFORE_ONE = frozenset(listed("for with without against behind under"))
MARCHED = frozenset(listed("on of for against to in through from by past across"))
SAYING = frozenset(
    listed("said says told tells added adds asked asks wrote writes replied smiled laughed who has was is")
)
BEING_NOW = frozenset(listed("was is has"))
# Before a surname, also one that is a day or a month: Judge Friday.
TITLES = frozenset(
    listed(
        "Mr Mrs Ms Miss Dr Judge Justice Officer Constable Sheriff Detective Inspector Sgt Capt Lt Col Gen Sen Rep Gov"
        " Professor Lord Lady Dame"
    )
)
RANKS = frozenset(
    listed(
        "Major Captain Sergeant Colonel Lieutenant Corporal Private General Admiral Nurse Sister Father Reverend Rev"
    )
)
# With a capital before a weekday and a name: the Second Sunday Band.
WEEKDAY_THINGS = frozenset(listed("roast roasts school schools best league leagues"))
ENTITLED = frozenset(listed("called named titled entitled dubbed magazine app group brand"))
ORDINAL_NAMES = frozenset(listed("First Second Third Fourth Fifth Every Any Happy Lazy Sacred"))
AUGUST_THINGS = frozenset(
    listed("body bodies institution institutions company assembly presence gathering figure figures panel chamber")
)
NAMED_DAYS = frozenset(
    listed(
        "given good happy ash maundy shrove whit news bloody black sheffield ruby fat cyber palm girl casual giving"
        " wicked blue man"
    )
)
NEWSPAPERS = frozenset(
    listed(
        "Best Brunch Addams Weld Kitchen Politics Edition Review Club Live League "
        "Paper "
        "Times Telegraph Mail Mirror Express Herald Post People Business Independent Sport Tribune Star World Sun Night"
    )
)
CURRENT_THINGS = frozenset(
    listed("account accounts affairs events from and or of through in to is was has had carried swept pulled runs ran")
)
# Money and what is counted in it: beside them "a year ago" is a report's comparison.
COMPARED = frozenset(
    listed(
        "million billion cents share shares profit profits earnings revenue revenues sales income loss losses net"
        " quarter"
    )
)
MINUTE_THINGS = frozenset(
    listed(
        "detail details amount amounts number numbers size sizes quantity quantities fraction particle particles trace"
        " traces difference change"
    )
)
PART_OF_STRETCH = frozenset(listed("months weeks days quarters quarter half most much part"))
# Before a weekday these look back to a date in the text, where last and next look from publication.
ANAPHORIC = frozenset(listed("previous preceding prior following subsequent"))
NINE_ELEVEN = frozenset(listed("attack attacks terrorist terrorists terror hijackers hijackings"))
RATED = frozenset(
    listed(
        "million billion cents dollars pounds euros pence percent times hours minutes days weeks months barrels people"
        " inch inches foot feet mile gallons degree degrees"
    )
) | {"%"}
BEFORE_CLOCK = frozenset(
    listed("at by from until till to about around before after since between and past nearly almost approximately only")
) | {"", "(", "[", "."}
SPORTING = frozenset(
    listed(
        """
        game goal goals scored coach touchdown touchdowns quarterback kick kicked penalty substitute striker
        midfielder header equaliser rebounds inning innings basket yards halftime half-time pitch keeper
        goalkeeper match marathon lap laps wicket wickets
        """
    )
)
REPORTING_MONEY = frozenset(
    listed(
        """
        profit profits sales earnings revenue revenues loss losses growth gdp orders year year. year, income
        results output exports imports company company's trading dividend economy demand production billion
        million
        """
    )
)
# Before a weekday these speak of any: on an ordinary Monday.
INDEFINITE = frozenset(listed("ordinary typical normal random average single given any one One"))
BEFORE_DAWN = frozenset(listed("at by before until till since after around from"))
# Months that are traded ahead: oil for July delivery.
DELIVERED = frozenset(listed("delivery settlement futures shipment"))
# What is traded so: oil for October fell.
TRADED = frozenset(
    listed("oil crude gold silver copper wheat corn soybeans sugar coffee cotton gasoline contract contracts futures")
)
# Before a New Year that is not that of January.
OTHER_CALENDARS = frozenset(
    listed("Lunar Chinese Vietnamese Tibetan Jewish Islamic Muslim Persian Thai Khmer Cambodian Nepali")
)
CALLED_BY_DAYS = frozenset(listed("movement plot brigade brigades plotters flag"))
PROMISED = frozenset(listed("promised pledged vowed offered agreed promises pledges vows"))
# After "on the Wednesday", where no noun follows that the weekday belongs to.
AFTER_STORY_DAYS = frozenset(
    listed(
        """
        he she it they we you i nobody everyone his her its their our my the a an this that these those there and or
        but when after before in at on with for from by to of as while who was were is had has did would which
        """
    )
)
# Before the name of one of a family, also one that is a weekday: his sister Sunday.
RELATIVES = KIN | frozenset(listed("brother brothers son sons husband father uncle nephew grandson mr mrs ms"))
# Nouns that stand without an article behind "to": shot to death, brought to justice.
NO_INFINITIVES = frozenset(
    listed(
        """
        death justice court prison jail hospital school college power war life trial safety bed church town office
        parliament congress custody freedom people members reporters journalists lawmakers customers investors
        shareholders holders children women men voters data documents
        """
    )
)
# After these a verb has no tense of its own: they watched a blip go west.
SEEING = frozenset(listed("watched saw heard felt let made helped watch see hear"))
# What is so done lasts through a time to come: has extended its loans through January.
PROLONGED = frozenset(
    listed("extended extends extend renewed renews guaranteed funded available valid booked reserved")
)
# What is wanted by a day is not there yet: leaders want a deal by Friday.
WANTED = frozenset(listed("want wants need needs seek seeks demand demands require requires"))
# What somebody has set for a day to come: clinics were announced for the weekend.
ARRANGED = frozenset(listed("announced called arranged organised organized booked fixed pencilled penciled earmarked"))
# What was done so until a day is over on it, for nobody knows that of a day to come: it went on until June.
LASTED = frozenset(listed("went lasted ran served ruled worked lived taught dragged reigned fought"))
# What these verbs set lasts from a day to come: imposed a curfew from Monday.
IMPOSED = frozenset(
    listed(
        "declared announced imposed ordered banned suspended introduced approved extended raised lowered shut closed"
    )
)
FESTIVE = frozenset(
    listed(
        """
        tree trees card cards gift gifts present presents island eggs egg bunny carol carols agreement
        accord accords song songs movie movies lights decorations pudding turkey jumper jumpers stocking
        parade parades honours honors resolution resolutions film films album
        """
    )
)
