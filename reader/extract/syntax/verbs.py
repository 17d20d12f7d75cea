"""Verbs of the news: base forms, the irregular ones, and every form of each with its lemma."""

from __future__ import annotations

from reader.extract.syntax.words import words

# base past participle; where a third is missing it is the past
_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred
bring brought|broadcast broadcast|build built|burn burned|burst burst|buy bought|cast cast|catch caught
choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|draw drew drawn
drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought
find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast forecast|foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen|get got gotten
give gave given|go went gone|grind ground|grow grew grown|hang hung|hear heard|hide hid hidden|hit hit|hold held
hurt hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|learn learned|leave left|lend lent
let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken
misunderstand misunderstood|offset offset|outdo outdid outdone|overcome overcame overcome
override overrode overridden|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown
pay paid|plead pleaded|prove proved proven|put put|quit quit|read read|rebuild rebuilt|redo redid redone
repay repaid|rerun reran rerun|reset reset|resell resold|rethink rethought|retell retold|rewrite rewrote rewritten
rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|saw sawed|say said|see saw seen|seek sought
sell sold|send sent|set set|sew sewed sewn|shake shook shaken|shed shed|shine shone|shoot shot|show showed shown
shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|sow sowed sown
speak spoke spoken|speed sped|spend spent|spill spilled|spin spun|split split|spoil spoiled|spread spread
spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck|strive strove striven
swear swore sworn|sweep swept|swell swelled swollen|swim swam swum|swing swung|take took taken|teach taught
tear tore torn|tell told|think thought|throw threw thrown|thrust thrust|tread trod trodden|undercut undercut
undergo underwent undergone|undermine undermined|understand understood|undertake undertook undertaken
undo undid undone|unveil unveiled|uphold upheld|upset upset|wake woke woken|wear wore worn|weave wove woven
weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung
write wrote written
"""

# Regular verbs that are hardly ever nouns.
_VERBS = words("""
abandon abolish absorb accelerate accept accommodate accompany accomplish accuse achieve acknowledge acquire
acquit act adapt add adhere adjourn adjust administer admire admit adopt advance advertise advise advocate
affect affirm afford agree aid align allege alleviate allocate allow alter amend amount amplify analyse analyze
anger announce annex annoy anticipate apologise apologize appeal appear applaud apply appoint appreciate
approach approve argue arm arrange arrest arrive ascertain ask assassinate assault assemble assert assess assign
assist associate assume assure attach attain attempt attend attract attribute authorise authorize avert avoid
await backfire balk ban bankroll bar bargain batter become befriend beg behave belong benefit besiege betray
blame blast blend bless boast bolster bomb bombard boost bother boycott brace brag breach brief broaden broker
brush bully burst calculate calm campaign cancel capitulate captivate capture care carry cater caution cease
celebrate certify chair characterise characterize chase chat cheat cheer cherish chide circulate cite clarify
clash classify clear cling close clinch coax coincide collaborate collapse collect collide combat combine
comfort commemorate commence commend commission commit communicate compare compel compensate compete compile
complain complete complicate comply compose comprise concede conceal conceive concentrate conclude condemn
conduct confer confess confine confirm confiscate confront confuse congratulate connect conquer consider consist
console consolidate conspire constitute construct consult consume contact contain contemplate contend continue
contract contradict contribute convene converge convey convict convince cooperate coordinate cope correct
correspond corroborate counter cover crack craft crash create criticise criticize cross crush culminate curb
curtail dash date deal debunk decide declare decline decrease decry dedicate deem deepen defeat defect defend
defer define defuse defy delay delegate delete deliberate delight deliver demand demolish demonstrate denounce
deny depart depend depict deploy deport derail derive descend describe deserve designate desire destabilise
destabilize destroy detail detain detect deter deteriorate determine detonate develop devise devote dictate die
differ dig diminish dip direct disagree disappear disappoint disband discard discharge discipline disclose
discontinue discourage discover discredit discuss dismantle dismiss disperse displace display displease dispose
disprove dispute disqualify disregard disrupt dissolve distance distinguish distort distribute disturb divert
divest divide divorce dodge dominate donate double downgrade downplay draft drag drain drift drop drown dub dump
ease echo edge edit educate elaborate elect elevate eliminate embark embed embrace emerge emigrate emit
emphasise emphasize employ empower enable enact encircle enclose encounter encourage endanger endorse endure
enforce engage engineer enhance enjoy enlarge enlist enrage enrich enrol enroll ensue ensure entail enter
entertain entitle envisage envision equip eradicate erase erect erode erupt escalate escape escort establish
estimate evacuate evade evaluate evolve exacerbate examine exceed exchange exclude excuse execute exempt
exercise exert exhaust exhibit exile exist exit expand expect expel experience expire explain explode exploit
explore export expose express extend extinguish extract extradite face facilitate fade fail falter fare fasten
favor favour feature fend file fill finalise finalize finance finish fix flag flare flatten flock flood flourish
fluctuate focus foil follow fool force foresee forfeit forge formulate fortify foster found fuel fulfil fulfill
function fund gain gather gauge generate glorify govern grab grapple greet grieve guarantee guard guess guide
hail halt halve hamper hand handle happen harass harm haul haunt heal heighten help hesitate highlight hijack
hinder hire honor honour host hover identify ignite ignore illustrate imagine immigrate impair impede imply
import impose impress imprison improve inaugurate incarcerate include incorporate increase incur indicate indict
induce infect infer infiltrate inflict influence inform infringe inherit inhibit initiate inject injure inquire
insert insist inspect inspire install instigate institute instruct insult insure integrate intend intensify
interact intercept interfere interpret interrogate interrupt intervene interview intimidate introduce invade
invent invest investigate invite invoke involve irritate isolate issue jail jeopardise jeopardize join joke
justify kick kidnap kill knock label lack lag land languish last laud laugh launch lean legalise legalize
legislate lessen levy liberate lift like limit linger link liquidate list listen live load loan lobby locate
lodge loom loosen loot lower maintain manage mandate manipulate manufacture march mark marry mask massacre match
matter maximise maximize measure mediate mention merge migrate minimise minimize mirror miss mobilise mobilize
mock moderate modernise modernize modify monitor motivate mount mourn move multiply murder muster name narrow
nationalise nationalize necessitate need negotiate neglect nominate normalise normalize note notice notify
nullify obey object oblige obscure observe obstruct obtain occupy occur offend omit ooze open operate oppose opt
orchestrate organise organize originate oust outlaw outline outnumber outpace outperform outrage outstrip
outweigh overhaul overlook overload overrule overshadow overturn overwhelm owe own pace pack paint paralyse
paralyze pardon participate pass patrol pause penalise penalize penetrate perceive perform perish permit
perpetrate persecute persist persuade petition pinpoint place plague plan plant play please pledge plot plummet
plunge point ponder portray pose position possess post postpone pour practise praise pray preach precede predict
prefer prepare prescribe present preserve preside press presume pretend prevail prevent privatise privatize
probe proceed process proclaim procure produce profess profit prohibit prolong promise promote prompt pronounce
propel propose prosecute protect protest provide provoke publicise publicize publish pull pump punish purchase
pursue push qualify question quote raid raise rally rank ratify reach react reaffirm realise realize reappear
reassess reassure rebel rebuff rebuke recall recede receive recite reckon reclaim recognise recognize recommend
reconcile reconsider reconstruct record recoup recover recruit recycle redeem redirect reduce refer reflect
reform refrain refuse refute regain regard register regret regulate reimburse reinforce reinstate reiterate
reject rejoin relate relax relay release relieve relinquish relocate rely remain remark remember remind remove
renegotiate renew renounce renovate rent reopen reorganise reorganize repair repatriate repeal repeat repel
replace replenish reply report represent repress reproduce request require rescind rescue research resemble
resent reserve reshape reside resign resist resolve resort respect respond rest restore restrain restrict
restructure result resume retain retaliate retire retort retract retreat retrieve return reunite reveal reverse
revert review revise revisit revive revoke reward ridicule rig risk rival rock roll rotate round ruin rule rush
sabotage sacrifice safeguard sail sanction satisfy save scale scare scatter schedule score scramble scrap
scrutinise scrutinize seal search secure seem seize select sentence separate serve settle sever shape share
shatter shelter shelve shift ship shock shore shout shrug shuttle side sign signal silence simplify simulate
skip skyrocket slam slap slash slaughter slip slow smash smile smuggle snap snatch snub soak soar solidify solve
sort spare spark spearhead specify speculate spell sponsor spot spur spy squander squeeze stabilise stabilize
stab stage stagger stall stamp star stare start starve state stay steer stem step stir stockpile stop storm
strain strand strengthen stress stretch strip struggle stumble stun subject submit subscribe subside succeed
succumb sue suffer suffice suggest suit summarise summarize summon supervise supply support suppose suppress
surface surge surpass surprise surrender surround survey survive suspect suspend sustain swap swerve switch
symbolise symbolize sympathise sympathize tackle talk target tarnish tax tease telephone televise tend terminate
terrify test testify thank thrive thwart tie tighten tilt tip tolerate top topple torpedo torture toss total
touch tour tout trace track trade trail train transfer transform translate transmit transport trap travel treat
tremble trigger trim triple triumph trouble trust try tumble turn tweet twist unfold uncover undercut
underestimate underline underpin underscore undermine unify unite unleash unload unlock unravel unveil update
upgrade urge use usher utilise utilize utter vacate value vanish veer venture verify veto view violate visit
voice volunteer vote vow wage wait waive wane want warn warrant wash waste watch water weaken weigh welcome
widen wield wipe wish witness wonder work worry worsen wound wreck yield accrue allot blow-up cheer chart clash
crumble cripple culminate dabble dangle detest dent deny dial dine disarm dislike embarrass embezzle emulate
enquire entrench exonerate extol falsify fling flout forward freshen fret gamble glean glimpse gut harbor
harbour hasten hint hobble hoist howl hurl hurry impeach implement implicate incite insulate invalidate jettison
jump kick-start lament lash lure mar meddle mislead misuse mull muzzle nudge offload overstate overstay paint
peddle peg phone plead poison poll predate pressure quell quip quit rattle reap recede reek regroup rein relent
relish remit resurface revamp revolve rile rip roam rob rout savage scold scorch scour scuttle shun shutter
sideline soften solicit sour splash spurn stash stifle stoke subpoena subsidise subsidize surmise swamp tamper
taunt teeter thank threaten tick toil trample trickle tweak usurp vary vie vilify wane weather whip whittle
wrangle wrap zoom believe borrow breathe bury specialise specialize rename bail relaunch ambush strafe
hospitalise hospitalize vaccinate capsize bankrupt equalise equalize substitute headbutt undock tame subdue
quarantine unfold dissuade deflect dampen deplete replicate proliferate reallocate reimpose reintroduce disavow
disown forestall chant cry yell muse interject exclaim enthuse recount opine confide chime snarl mutter murmur
cement charge check claim clip comment concern cook cool copy cause challenge champion change call clear climb
control count course craft credit cruise cure cycle damage dance dare debate debut decorate decree design desert
diagnose disguise dispatch ditch dive drill dry dust earn email entice fear fine fire fish fit flash flip flow
fold free fume glance grant grin group grumble gun head heat hop hope house hunt ink jab joke judge lease
license lick light line look love mail man map market master mean melt mend mine mint mix mortgage motion mute
notch nurse offer order outbid outsell overcharge overlap park part patch peak pedal peer phase pick pilot pin
pitch please plug point pop power preview price print prize probe program project protest prove puzzle race rage
rain range rate rebound refuel refund reign rein repel rig ring rise roar roast root rotate sack scan scent
school scoop scout screen script seat sense shadow shade shine shower sketch slide sling slide slice smell smoke
sneak snow spar spray sprint squeeze stack staff stake stamp stream strap style sum sun surf suspect swallow
sway sweat tag tail taste team term thrill tour trick triumph truck trump tune vent vow wander warm wave wed
whisper wing wire withdraw wonder worship
""")

# Base and -s forms that are nouns at least as often: the words around them decide.
NOUN_VERBS = words("""
sleep swim lie slide shake sting swell bet freeze grind throw thrust broadcast base bow click command float hate
hike polish store shell crown coup default lap pit sequence clone orbit dock substitute quarantine act address
advance aid aim amount answer appeal approach arm arrest assault attack attempt award back balance ban bar
bargain battle benefit bid blame blast block board bomb book boost border bottle breach break brief broadcast
brush budget burn burst cable call camp campaign care cast cause caution center centre chair challenge champion
chance change charge chart chase check claim clash climb close coach combat comment commission comfort
compromise concern conduct conflict contact contest contract contrast control cook cost count counter course
court cover crack craft crash credit crowd cruise crush cure cut cycle damage dance date deal debate debut
decline decrease defeat delay delegate demand deposit desert design desire detail dialogue diet direct discharge
discount display dispute distance divide document doubt draft drain draw dream dress drift drill drink drive
drop dump ease echo edge effect email end engineer estimate exchange excuse exercise exhibit exile exit
experience export express extract eye face fall fare favor favour fear feature feed feel field fight figure file
film finance find fine finish fire fish fit fix flag flight flood floor flow fly focus fold force forecast form
forward frame fuel function fund gain game gas gather gift grant ground group guarantee guard guess guide
gun halt hand harm haul head heat help hit hold honor honour hope host house hunt hurt impact import increase
influence insult interest interview invite iron issue jail jam joke judge jump keep kick kill kiss knock label
lack land lapse last laugh launch lead leak leap lease leave level lift light like limit line link list load
loan lobby lock log look loss love lunch mandate map march mark market mask massacre master match matter mean
measure meet mention merit mind mine mirror miss mistake mix model monitor motion mount move murder name need
network note notice number nurse object offer offset open order outline overhaul own pace pack pact paint panel
pardon park part pass patrol pause pay peak permit petition phone picture piece pilot place plan plant play plea
pledge plot point poll position post pound pour power practice praise present press pressure price print prize
probe process produce profit program progress project promise promise protest prompt pull pump purchase purpose
push quarter question quote race raid rain raise rally range rank rate reach rebel rebound recall record recruit
reform refund refuse regard regret reign release relay remark rent repair repeal repeat reply report request
rescue research reserve resort respect rest result retreat return reveal reverse review reward ride right ring
riot rise risk rival rock role roll round rule run rush sack sail sale sanction save scale scandal scare
schedule score scramble scrap screen seal search seat second secure sense sentence separate set shape share
shelter shield shift ship shock shoot shop shortage shot show side sign signal silence slide slip slow slump
smell smoke snow sort sound space spark speed spell spend spin split sponsor spot spread spring spur spy square
squeeze stab staff stage stake stall stamp stand star start state station stay steal steam stem step stick stir
stock stop storm strain strategy stream stress stretch strike strip struggle study subject suit supply support
surge surprise surrender survey suspect sway sweep swing switch table tackle talk tank target tax team tear term
test thought threat tie time tip tone top torture total touch tour track trade trail train transfer transport
trap travel treat trial trick trigger trip triumph trouble truck trust try turn tweet twist update upgrade upset
use value vent venture veto view visit voice vote vow wage wait walk wall want war warm waste watch water wave
weather welcome will win wind wing wire wish witness wonder word work worry wound wrap yield advocate associate
batter blend broker bully cement cheer clip copy cross dash defect delight dent dip discipline disguise dislike
dispatch ditch dive divorce double drag dust embrace encounter escape escort fade flare flash flip flock fool
gamble glance glimpse handle highlight hint hire hop institute insult jab lash license mail man melt mint
mortgage patch peg phase pick pin pitch plague plunge poison pop preview puzzle rage rein rip root rout sabotage
sacrifice savage scan scent school scoop script shade shadow shine shore shout shower shrug shuttle sketch slam
slap slaughter slice smash smile snap spray sprint stack stash stockpile strand strap style sum sun surf surface
swamp swap sweat tag tail taste tilt torpedo trace triple trump tune volunteer warrant wash whip whisper worship
wreck project report talk plan meeting need people police subpoena impeach influence mandate toll sanction
sanctions
""")

_DOUBLED = words("""
quip plan stop drop admit commit permit submit omit emit transmit occur refer prefer transfer ban rob grab beg
step slip trap wrap ship chat tap top equip control patrol compel expel propel repel rebel excel regret rebut
abet allot acquit outfit scrap strip snap flip clip trim slam jam cram swap nod plot spot rot shut split knit
spin win begin run dig drag flag brag hug jog log lag tag plug rub stab sob dub club bar star stir scar spur
blur infer confer defer deter incur concur recur get set sit hit cut put quit let bet rig rip pop mar skip hop
pin peg gut stem tip dip whip zip jab nab wed shed strap sum sun shun stun gun man can fit offset upset reset
spar step clap slap ram skid
""")
_DOUBLED_L = words(
    "cancel travel label fuel signal model quarrel level channel total counsel marshal rival equal pedal dial"
)


def _forms(base: str) -> tuple[str, str, str]:
    """Third person, past and -ing form of a regular verb."""
    if base.endswith(("s", "x", "z", "ch", "sh")):
        third = base + "es"
    elif base.endswith("y") and base[-2:-1] not in "aeiou":
        third = base[:-1] + "ies"
    elif base in ("veto", "echo", "go", "do", "forgo", "undergo", "torpedo"):
        third = base + "es"
    else:
        third = base + "s"
    if base.endswith("ie"):
        return third, base + "d", base[:-2] + "ying"
    if base.endswith("e"):
        return third, base + "d", base + "ing" if base.endswith(("ee", "oe", "ye")) else base[:-1] + "ing"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return third, base[:-1] + "ied", base + "ing"
    if base in _DOUBLED or base in _DOUBLED_L:
        return third, base + base[-1] + "ed", base + base[-1] + "ing"
    if base.endswith("c"):
        return third, base + "ked", base + "king"
    return third, base + "ed", base + "ing"


def _table() -> tuple[dict[str, str], dict[str, str]]:
    """Class letters of every form (see ``tags``), and its lemma."""
    classes: dict[str, str] = {}
    lemmas: dict[str, str] = {}

    def add(form: str, letters: str, lemma: str) -> None:
        if form in classes:
            classes[form] = "".join(dict.fromkeys(classes[form] + letters))
        else:
            classes[form], lemmas[form] = letters, lemma

    irregular: dict[str, tuple[str, str]] = {}
    for line in _IRREGULAR.strip().split("\n"):
        for entry in line.split("|"):
            base, past, *rest = entry.split()
            irregular[base] = (past, rest[0] if rest else past)
    for base in irregular:
        third, _, gerund = _forms(base)
        past, participle = irregular[base]
        add(base, "B", base)
        add(third, "V", base)
        add(gerund, "G", base)
        add(past, "V" if past != participle else "VE", base)
        add(participle, "E" if past != participle else "VE", base)
    for base in sorted((_VERBS | NOUN_VERBS) - irregular.keys()):
        if base not in _VERBS and base in _NOT_VERBS:
            continue
        third, past, gerund = _forms(base)
        add(base, "B", base)
        add(third, "V", base)
        add(past, "VE", base)
        add(gerund, "G", base)
        if base in _DOUBLED_L:
            add(base + "ed", "VE", base)
            add(base + "ing", "G", base)
    return classes, lemmas


CLAUSE_VERBS = words("""
say tell add think believe know hope fear expect claim insist warn argue note announce report suggest confirm
admit acknowledge declare estimate predict understand find show hear feel see decide agree promise deny conclude
reveal stress
""")
"""After them a new clause may begin without a word of its own."""

_NOT_VERBS = words("""
coup people police meeting sanctions thought shot loss gift flight sale role threat strategy trial scandal
shortage word war time game gas chance number effect dialogue diet purpose progress piece plea pact panel
quarter second square team tone will right
""")

CLASSES, LEMMAS = _table()
"""``CLASSES[form]`` are the letters that a verb form may have: B base, V finite, G -ing, E participle; ``LEMMAS[form]``
is its base form."""
