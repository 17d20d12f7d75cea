"""English around a number of four digits: what it counts, and what is called by a number.

A second language brings its own lists of the same names.
"""

from __future__ import annotations

from reader.extract.dates.english import listed

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
        berth cell buoy tag cabin command badge stall booth slot dock pier platform bay bin shelf drawer folder file
        docket container crate pallet parcel marker milepost beacon pylon sensor valve pump well hole lamp
        wagon carriage tent hut block tower barracks ballot voucher coupon receipt invoice batch sample specimen
        grave tank reactor turbine transformer tram trams trolleybus tractor bomber pistol rifle printer computer laptop
        tablet processor chipset calculator camera lens watch modem router server console telescope comet pulsar star
        galaxy nebula satellite probe minor planet crater peak hill trail road resolutions motion petition writ bond
        patent permit licence license grant contract tender order invoice account ticket bus coach taxi cab van lorry
        squadron regiment battalion company private constable officer sergeant soldier prisoner inmate convict patient
        runner rider competitor contestant entrant bib number postcode zip area district precinct zone sector plot
        parcel field well rig mine shaft pit stope sol orbit mission pad bunker checkpoint gate lock dam bridge
        tape reel record catalogue catalog isbn opus sura verse ode fragment inscription tablet manuscript codex
        domain port address node socket pair prime integer figure digit
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
        Tahoe Yukon Bronco GMC Lincoln Mercury Dacia Citroen Bentley Lamborghini Maserati Lancia Daewoo Infiniti
        Hummer Daihatsu Ducati Yamaha Kawasaki Harley Civic Accord Escort Explorer Ranger Grand
        """
    )
)
STAFF = frozenset(
    listed(
        """
        employees workers staff jobs troops soldiers passengers delegates prisoners pupils supporters spectators fans
        voters
        electors members visitors listeners viewers subscribers residents inmates patients mourners worshippers
        """
    )
)
TIMETABLED = frozenset(listed("train flight service departure ferry bus sailing arrival tram"))
# What hangs on a number with a hyphen: a 1995-page report, a 2,000-seat hall.
HYPHENATED = frozenset(
    listed(
        "page seat member room mile foot metre meter kilometre kilometer ton tonne word person strong bed acre pound"
        " man men woman horse horsepower student pupil household job litre liter calorie megawatt kilowatt watt volt"
        " ship gun pixel tree home unit delegate degree kilo kilogram gram plus odd minute hour share vote"
        " point tooth rated"
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
# Nouns after which a number of four digits is a year, though none of them speaks of years elsewhere.
BEFORE_A_YEAR = frozenset(
    listed(
        """
        end year start spring summer autumn fall winter season vintage class edition calendar christmas easter
        quarter half budget model pre post than wartime plus circa anno election late both since harvest crop
        school tax plan
        """
    )
)
# Names of races and works that have a number of their own: the 2000 Guineas.
AFTER_NUMBERS = frozenset(listed("Guineas Overture AD"))
NUMBERED_NAMES = frozenset(
    {("1922", "Committee"), ("1619", "Project"), ("1776", "Commission"), ("1928", "Institute")}
    | {
        (year, town)
        for year, town in (("1860", "Munich"), ("1860", "München"), ("1899", "Hoffenheim"), ("1860", "Rosenheim"))
    }
)
# What somebody was made in a year, where a life is told in a list: CBE 1988.
HONOURS = frozenset(
    listed("OBE MBE CBE DBE KBE GBE KCB KCMG CMG CB CH OM CVO LVO KG QC KC SC MP MEP MSP FRS FBA RA PC")
)
# Words that may open a sentence right before a year.
OPENING = frozenset(
    listed(
        "unlike like about around only per throughout across starting beginning compared while when but so then until"
        " born died"
    )
)
# Verbs and words before a bare number that counts: the hall holds 2000.
COUNTING = frozenset(
    listed(
        "holds hold seats sells sell costs cost weighs earns killed injured wounded employs numbered totals totaled"
        " totalled"
    )
)
# Words after which a year is the name of a work.
WORKS = frozenset(
    listed(
        "band rapper pub bar nightclub restaurant novel film movie book song album musical thriller documentary"
        " sitcom read reads reread sang sings"
    )
)
# After a work that is named with its author: Orwell's 1984 is sold out.
AFTER_TITLES = frozenset(
    listed(
        "is was and or has had as by in on to with which but remains tells will would can could may might must should"
        " shall opens opened returns returned topped tops sold sells won wins runs ran went goes came comes became"
        " becomes at for from are were did does featured features stars starred made makes about into again alone"
    )
)
# Before a bare year, besides prepositions and determiners: due 1993, the worst was 2019, all across 2014.
YEAR_LEADS = frozenset(
    listed(
        """
        say says suggest suggests base qtr yr period years out least most across throughout into onto below above at
        beneath beyond past over against on with versus as not nor all only even just perhaps maybe probably possibly
        likely then now again alone though although where which who whose but while if via per dates dated date dating
        due copyright predict predicts predicting expect expects expecting expected forecast remember remembers
        remembering recall recalls recalling recalled meaning means mean mentions cite cites cited end ends ended
        ending start starts started starting begin begins began beginning enter enters entered entering finish
        finishes finished open opens opened close closes closed leave leaving left saw see sees seeing survive
        survived spent spend make makes call called calls name named cover covers covering spanning span spans mark
        marks reach target targets targeting target eye compare compared beat match matched matching welcome welcomed
        usher married died born established founded built painted recorded written published released opened won
        elected appointed wed retired joined arrived signed issued printed minted laid cut launched completed formed
        made anno aged est old new plus minus than whole entire record key landmark classic
        """
    )
)
# After a number these make it the year of prices or of levels: at 2010 prices, below 1990 levels.
LEVELS = frozenset(
    listed("levels level prices price rates rate values value highs high lows low peak peaks standards exchange wages")
)
# Distances that are run or swum, named without their metres: the 1500 final.
RACES = frozenset(
    listed(
        "steeplechase hurdles freestyle butterfly backstroke breaststroke final finals heat heats champion title race"
    )
)
# What is reported of a year: had 1986 sales of, its 2010 results.
OF_A_REPORT = frozenset(
    listed(
        """
        sales earnings results profit profits revenue revenues loss losses net income output production spending
        expenditure expenditures budget budgets dividend dividends forecast forecasts estimate estimates guidance
        outlook growth deficit surplus exports imports harvest crop crops season tour campaign election elections
        edition models bond bonds taxes tax target targets goal goals report reports accounts performance inflation
        gdp capex bookings
        """
    )
)
# Plurals that have a year before them as often as a count: after 2008 federal charges, the 2010 world champions.
OF_YEARS_TOO = frozenset(
    listed(
        """
        champions winners finalists semifinalists medallists medalists hosts candidates nominees hopefuls contenders
        films movies bonds models standards charges cuts rules laws changes clashes raids losses wars deals visits
        strikes
        crimes murders deaths events trials titles matches races cases studies surveys polls plans programs programmes
        grants contracts treaties summits conferences goals targets rates costs terms wildfires storms hurricanes quakes
        earthquakes fires blackouts shutdowns lockdowns coups referendums referenda
        victories defeats failures disasters crashes crises debts deficits surpluses numbers data figures reports
        records
        editions vintages wines cars vehicles trucks collections seasons tours graduates classes series albums songs
        awards
        levels lines sanctions years months weeks days hours votes offences offenses convictions orders debates rates
        speeches comments remarks interviews articles papers investments tactics politics economics statistics
        """
    )
)
# Verbs before a number that counts: its rival has 1812.
HAVING = frozenset(listed("has have had holds held needs needed got gets took takes gave sent found lost scored drew"))
# What is handed in, taken in or sent in, and counted then: handed in 2025 signatures.
HANDED_IN = frozenset(
    listed(
        """
        signatures ballots votes forms weapons guns rifles knives entries applications petitions complaints refugees
        migrants people men women children workers troops soldiers officers recruits volunteers letters cards papers
        answers names tickets animals dogs cats guests passengers patients pupils students members customers visitors
        coins notes bags bottles books phones proposals objections claims designs recipes photographs photos
        """
    )
)
