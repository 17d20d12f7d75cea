"""English verbs and words beside them that tell past from future.

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
        awaited
        waiting
        """
    )
)
# Those that are said of the date itself.
SET_DATES = frozenset(listed("due scheduled slated expires payable"))
# Who is missed was so once: last seen near the bank on Monday.
SIGHTED = frozenset(listed("seen heard spotted sighted photographed active known reported recorded used worn visited"))
# What is over when it is named with "of" and its day: the meeting of Sept. 29.
HELD = frozenset(
    listed(
        """
        meeting predecessor attack attacks ruling referendum decision speech letter statement protest protests crash
        massacre coup bombing bombings raid raids crackdown accord decree events riots violence killings shooting quake
        storm floods fire verdict sitting
        """
    )
)
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
        lapses matures terminates concludes commences finishes adjourns steps hears decides chooses elects unveils
        considers crowns inaugurates
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
# Behind the name of a body these announce, and are nouns elsewhere: Parliament debates the bill on Wednesday.
# What falls and rises on exchanges: the headline "Dow falls on Friday" announces nothing.
MARKETS = frozenset(
    listed(
        """
        dow nikkei ftse sensex nasdaq index stock stocks share shares dollar yen euro pound sterling oil gold copper
        crude price prices market currency rupee rouble ruble yuan lira peso rand won bitcoin brent wheat bond yield
        """
    )
)
SITTINGS = frozenset(listed("debates votes rules launches tests questions reviews hosts polls"))
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
# Who is asked to come, and what is sold ahead: invited to talks on Wednesday, seats for the gala on New Year's Eve.
INVITED = frozenset(listed("invited invites invite summoned summons summon"))
BOOKED = frozenset(listed("seats tickets bookings reservations places favourites favorites favourite favorite"))
# What opens a sentence that asks somebody to do something: Ask me in the autumn.
IMPERATIVES = frozenset(listed("Ask Come Call Wait Check Join Meet Watch Bring Ring Try Tell Talk See Book Vote"))
# What is said of a stretch to come: the outlook for the year ending March 31.
OUTLOOKS = frozenset(
    listed("outlook forecast forecasts guidance target targets projection expects sees budget estimate")
)
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
        favored favoured bound eager keen poised mean means vows
        """
    )
)
# What these verbs have somebody do lies ahead: it obliges schools to open on Monday.
OBLIGING = frozenset(
    listed("obliges oblige requires require orders instructs instruct compels directs tells advises advise begs warns")
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
ABBREVIATIONS = frozenset(
    listed(
        "Mr Mrs Ms Dr Gen Sen Sens Rep Reps Gov Lt Col Sgt Capt Maj Adm Prof Rev St No Corp Inc Co Ltd vs v"
        " Jan Feb Aug Sept Oct Nov Dec"
    )
)
PROMISED = frozenset(listed("promised pledged vowed offered agreed promises pledges vows"))
# Nouns with a plan in them: their offers to acquire a firm.
OFFERS = frozenset(listed("offer offers plan plans bid bids proposal proposals decision agreement deal effort efforts"))
# Words that lead a date in; a weekday without one hangs on the main verb.
DATING = frozenset(listed("on in by at for from until till before after this next starting beginning"))
# Nouns that stand without an article behind "to": shot to death, brought to justice.
NO_INFINITIVES = frozenset(
    listed(
        """
        death justice court prison jail hospital school college power war life trial safety bed church town office
        parliament congress custody freedom people members reporters journalists lawmakers customers investors
        shareholders holders children women men voters data documents
        staff employees workers fans readers parents pupils students residents players teachers colleagues critics users
        clients patients passengers senators farmers families donors everyone anyone someone him them us
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
