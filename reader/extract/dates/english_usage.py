"""English around a date: words that show a lookalike to be none, and those that speak of years, names and money.

A second language brings its own lists of the same names.
"""

from __future__ import annotations

from reader.extract.dates.english import HOLIDAYS, MONTHS, WEEKDAYS, listed

DETERMINERS = frozenset(listed("the a an this that these those his her its their our my your"))

CURRENCY_WORDS = frozenset(listed("usd eur gbp rs cad aud yen rupees dollars euros pounds"))
MEASURED = frozenset(
    listed(
        """
        percent per million billion trillion thousand hundred dollars euros pounds yen cents metres meters
        kilometres kilometers miles feet inches tonnes tons kilos grams acres hectares degrees volts watts
        megawatts litres barrels km kg mm cm mph kmh mw gb mb hp cc rpm hrs hours minutes basis mark khz mhz ghz
        hertz kilohertz megahertz gigahertz angstroms nanometres nanometers calories kilocalories kcal kilojoules
        volts amps ohms watts kilowatts kilobytes megabytes gigabytes pixels dots lumens decibels pence
        quid bucks yuan roubles rubles rupees francs lire pesos kronor kroner shekels rand baht ringgit
        ft sq cu lb lbs oz yards fathoms bushels bales carats ounces pints gallons hp bhp psi ppm dpi bpm iu mcg mg
        ml millilitres milliliters gigalitres megalitres micrograms
        """
    )
)
# Words of a date that have a capital anywhere.
CAPITALS = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(word for name in HOLIDAYS for word in name.split())
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
FIRMLY_YEAR = frozenset(
    listed("in since until during after before the his her its their our this early late mid fiscal s")
)
BEFORE_MONTH = frozenset(
    listed(
        """
        in since until till by of from to between and early late last next this each every before after
        during for through mid or the
        """
    )
)
# Before a weekday or month that a word with a capital follows: On Friday Farah said, said Friday Mr Okafor.
LEADING_DAYS = frozenset(
    listed(
        """
        on every each last next this that these past coming early late later until till since before after by for from
        during through around about mid one any some yesterday today tomorrow his her its their our my your
        """
    )
)
SIRING = frozenset(listed("by of from"))
# Month names and their abbreviations that are names or words as well.
NAMES_TOO = frozenset(listed("may march april june august jan mar jun sep dec oct nov feb apr aug jul"))
OPENING_QUOTES = frozenset("\"'“‘`«*_")
CLOSING_QUOTES = frozenset("\"'”’`»*_")
# With a capital, and all that is quoted, these are titles: Godard's "Week-end".
ALSO_TITLES = frozenset(
    listed(
        """
        today tonight tomorrow yesterday weekend week-end noon midnight midday dawn dusk night morning evening afternoon
        sunrise sunset now centuries decades hours minutes seconds years days weeks months halloween
        """
    )
)
SCRIPTURE = frozenset(
    listed(
        """
        Matthew Mark Luke John Acts Genesis Exodus Leviticus Numbers Deuteronomy Joshua Judges Ruth Samuel Kings
        Chronicles Ezra Nehemiah Esther Job Psalm Psalms Proverbs Ecclesiastes Isaiah Jeremiah Lamentations Ezekiel
        Daniel Hosea Joel Amos Obadiah Jonah Micah Nahum Habakkuk Zephaniah Haggai Zechariah Malachi Romans
        Corinthians Galatians Ephesians Philippians Colossians Thessalonians Timothy Titus Philemon Hebrews James
        Peter Jude Revelation Sirach Tobit Maccabees Surah Sura Koran Quran verse verses
        """
    )
)
GOVERNMENT = frozenset(listed("government cabinet administration premiership ministry camp"))
OF_MIDNIGHT = frozenset(listed("oil sun mass express blue black navy velvet snack hour feast flit gun shift"))
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
# Behind an hour these make a phrase of it: a five o'clock shadow.
OF_AN_HOUR = frozenset(
    listed("shadow shadows tea swill whistle somewhere rush high charlie cocktail cocktails kick slot")
)
# Who and what there are several of, by day or by night: two day labourers, three night watchmen.
BY_DAY_OR_NIGHT = frozenset(
    listed(
        """
        labourer labourers laborer laborers trader traders tripper trippers boy boys pupil pupils patient patients
        return returns watchman watchmen nurse nurses owl owls porter porters guard guards editor editors manager
        managers club clubs nursery nurseries school schools centre centres center centers
        """
    )
)
# What is called overnight, on no night that is told.
OVERNIGHT_THINGS = frozenset(
    listed(
        """
        rate rates lending loan loans deposit deposits repo swap swaps index funding funds money market success
        sensation celebrity celebrities millionaire millionaires bag bags delivery shipping courier
        parcel mail train trains sleeper bus buses oats parking fame star stars
        """
    )
)
# What is late or early on any night and morning: a late night show, early morning tea.
OF_ANY_NIGHT = frozenset(
    listed(
        """
        show shows talk comedy comedian comedians television shopping host hosts tea riser risers person people snack
        snacks movie movies bus buses opening drinking
        """
    )
)
KIN = frozenset(
    listed(
        "twins triplets daughter daughters sister sisters wife mother aunt niece granddaughter cousin friend"
        " friends colleague"
    )
)
NOT_OF_SEASONS = frozenset(
    listed(
        """
        leaf leaves capital palace camp camps school residence cottage water waters onion onions tide chicken break
        breaks roll rolls mattress board coil wheat barley grain grains oats rye rape rapeseed canola crop crops squash
        """
    )
)
# Before a month that is no name: In March, Last June.
BEFORE_NO_NAME = frozenset(
    listed(
        """
        In At Since By Last Next This Until Till Early Late Mid From During Before After On Every Each The And Or
        Between Through To Of For When As While But That So Around About Each If
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
SAINTLY = frozenset(
    listed("Father Mother Pastor Brother Bishop Canon Vicar Captain Uncle Aunt Granny Coach Miss Master")
)
# With a capital before a weekday and a name: the Second Sunday Band.
WEEKDAY_THINGS = frozenset(
    listed(
        "roast roasts school schools best league leagues job jobs girl boy suit suits hat hats clothes driver"
        " drivers blues scaries supplement"
        " supplements"
    )
)
ENTITLED = frozenset(listed("called named titled entitled dubbed magazine app group brand"))
ORDINAL_NAMES = frozenset(listed("First Second Third Fourth Fifth Every Any Happy Lazy Sacred"))
# What a month is said of, and no date: June bugs, the March hare, May flies.
MONTH_THINGS = frozenset(
    listed(
        """
        bug bugs beetle beetles hare hares pole poles blossom berry berries apple apples bride brides fool moth moths
        gooseberry gooseberries
        """
    )
)
FAMILIES = frozenset(listed("family twins brothers sisters siblings clan cousins dynasty household girls boys"))
WEEKEND_THINGS = frozenset(
    listed(
        """
        bag bags warrior warriors supplement supplements home homes cottage cottages retreat edition papers magazine
        section rate rates fare fares ticket tickets upgrade dad dads hobby break breaks getaway getaways
        """
    )
)
# What is called Q1: a receptor, a car.
MODELLED = frozenset(
    listed("receptor receptors protein antigen virus visa motor engine model models suv coupe headphones button")
)
# Words of the races whose sessions are called Q1 to Q3.
QUALIFYING = frozenset(listed("qualifying pole grid lap laps chicane tyres pits"))
# Words of golf and baseball, whose holes and innings are numbered: a birdie at the 12th.
HOLES_AND_INNINGS = frozenset(
    listed("birdie birdies bogey bogeys bogeyed birdied fairway putt putts putted tee hole holes inning innings homer")
)
# Before 's these are no owners: It's Friday.
CONTRACTED = frozenset(listed("it that there what here who he she this let where how today tomorrow yesterday"))
# Behind a work that is named with its author: Ian McEwan's Saturday is out.
AFTER_A_WORK = frozenset(
    listed(
        "is was has had will and or but which who that by in on at for to with from as are were topped sold won came"
    )
)
# What hangs on a weekday and its part, and no date: a Saturday night special, Monday morning quarterbacks.
PART_THINGS = frozenset(listed("special specials quarterback quarterbacks quarterbacking fever"))
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
        "Bloody Best Brunch Addams Weld Kitchen Politics Edition Review Club Live League Paper Creek Island Islands"
        " Harbor Harbour Bazaar Gazette Chronicle Courier Gospel Circle "
        "Times Telegraph Mail Mirror Express Herald Post People Business Independent Sport Tribune Star World Sun Night"
    )
)
CURRENT_THINGS = frozenset(listed("account accounts affair affairs events"))
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
        " inch inches foot feet mile gallons degree degrees kcal kg mg ml km mph bpd litres"
        " dlrs dlr pct stg yuan shekels rupees rand pesos yen"
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
        passes outscored trailed scoreless touchdowns dunk dunks layup rebound fumble fumbled interception
        interceptions punt nfl nba goalkeeper match marathon lap laps wicket wickets
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
OTHER_CALENDARS = frozenset(listed("Vietnamese Tibetan Jewish Islamic Muslim Persian Thai Khmer Cambodian Nepali"))
CALLED_BY_DAYS = frozenset(
    listed(
        """
        movement plot brigade brigades plotters flag group organisation organization coalition alliance faction cell
        cells guerrillas guerrilla militants gang network committee foundation generation urban
        """
    )
)
# After "on the Wednesday", where no noun follows that the weekday belongs to.
AFTER_STORY_DAYS = frozenset(
    listed(
        """
        he she it they we you i nobody everyone his her its their our my the a an this that these those there and or
        but when after before in at on with for from by to of as while who was were is had has did would which
        """
    )
)
# Surnames that are words of time as well: August Day, June Winter.
NAMES_OF_TIME = frozenset(listed("Day Weeks Fall Winter Winters Summer Summers Spring Night Noon Friday"))
# Before the name of one of a family, also one that is a weekday: his sister Sunday.
RELATIVES = KIN | frozenset(listed("brother brothers son sons husband father uncle nephew grandson mr mrs ms"))
FESTIVE = frozenset(
    listed(
        """
        tree trees card cards gift gifts present presents island eggs egg bunny carol carols agreement accord accords
        song songs movie movies lights decorations pudding turkey jumper jumpers stocking parade parades honours
        honors list resolution resolutions film films album franchise sequel sequels single singles number
        lily lilies costume costumes candy pumpkin pumpkins bonnet bonnets wreath wreaths basket baskets cactus sweater
        """
    )
)
# Opening a sentence before a weekday these are no given names: Also Friday, the court, a federal one, ruled.
NOT_GIVEN = frozenset(
    listed(
        """
        also on at elsewhere meanwhile later earlier separately then but so only starting beginning effective
        come just one yesterday good black bloody ash cyber super shrove fat holy palm easter until when while
        what because however still now once where though although if as all another no not even like unlike
        """
    )
)
# Nouns that a unit of time before them belongs to: a day care centre, a night club.
COMPOUNDS = {
    "day": frozenset(
        listed(
            "care lily lilies boat boats pack packs bed beds rider riders planner return returns saver labour"
            " laborers labourers rate ward wards centre center school schools nursery"
            " nurseries student students job jobs shift labourer laborer trader traders boy"
            " room clinic spa pupil pupils patient patients surgery release trip trips tripper trippers"
            " ticket tickets pass"
        )
    ),
    "night": frozenset(
        listed(
            "heron herons parrot parrots jar jars bird birds mail sleeper sleepers cream terrors sweats cap rider"
            " riders tube"
            " club clubs shift shifts school watchman watchmen watch train trains bus buses market nurse nurses owl"
            " porter sky guard guards light lights raid raids flight flights game games rate vision fighter ferry desk"
            " owls editor manager shelter job jobs"
        )
    ),
    "hour": frozenset(listed("glass hand")),
    "minute": frozenset(listed("hand book steak steaks waltz men man")),
    "week": frozenset(listed("day days")),
    "year": frozenset(listed("book books group groups planner")),
}
# What is open at any hour: a 24-hour news channel.
NEVER_CLOSED = frozenset(
    listed(
        """
        news channel television tv radio station hotline helpline line shop shops store stores supermarket diner
        cafe pharmacy garage petrol gas surveillance care service security guard guards protection cable rolling
        casino gym clinic emergency access court bakery laundry bar
        """
    )
)
# Before a place that is called by a day: in Friday Hall.
AT_PLACES = frozenset(listed("in at from near to of into outside inside behind the off opposite along across past"))
# Words that go on a clause after a date: on the 17th because of rain.
GOING_ON = frozenset(
    listed(
        """
        because despite amid as if unless although though since than under over into onto out off up down about against
        between during through without within so too only also again alone instead yet still not will shall can could
        may might should must are have do does did been another both some most many all no what whose whom where how
        what until till until says said say told across around near along behind beside
        """
    )
)
# What bears a name that may be a month or a part of the day: the frigate December.
BEARERS = frozenset(
    listed(
        """
        ship yacht liner sloop ketch brig dhow lifeboat minesweeper battleship frigate destroyer submarine tug ferry
        trawler schooner boat freighter tanker barge cruiser
        steamer carrier corvette horse mare filly colt racehorse stallion greyhound pub bar cafe restaurant hotel inn
        nightclub band quartet quintet trio duo song single album film novel play musical magazine newspaper perfume
        startup app asteroid satellite robot hurricane cyclone typhoon racer
        """
    )
)
SETTLED = frozenset(
    listed("town village hamlet city suburb island isle port parish district borough hills township settlement")
)
# Shorter works, which have their title in quotation marks.
SHORT_WORKS = frozenset(
    listed("essay poem story painting sculpture episode sketch hymn aria track hit ballad sonnet waltz photograph ode")
)
# Verbs that have a year for their subject: 2020 was bad, 1914 brought war.
OF_A_YEAR = frozenset(
    listed(
        "was is will saw has had brought would could may might began ended became proved turned marked looks"
        " promises felt feels seemed"
        " seems came went goes produced delivered started opened closed offered belongs belonged gave set"
        " broke remained"
        " remains ranked ranks"
    )
)
