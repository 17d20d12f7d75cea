"""Word lists: the closed classes of English whole, and the open words whose class the ending does not tell."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


DETERMINERS = words("the a an this these those some any no every each either neither both all another such half an")
POSSESSIVES = words("my your his its our their whose her")
PRONOUNS = words(
    "i you he she it we they me him us them himself herself itself themselves myself ourselves yourself one's "
    "mine ours theirs hers someone somebody anyone anybody everyone everybody no-one nobody nothing something "
    "anything everything"
)
MODALS = words("will would can could may might must shall should 'll ’ll 'd ’d cannot ought")
BE = words("be is are was were been being am 's ’s 're ’re 'm ’m")
HAVE = words("have has had having 've ’ve")
DO = words("do does did")
NEGATIONS = words("not n't n’t never")
"""A verb beside one of them did not happen."""
CONTRACTED = words(
    "don't doesn't didn't won't wouldn't can't couldn't shouldn't isn't aren't wasn't weren't hasn't haven't "
    "hadn't mustn't needn't mightn't shan't ain't"
)

PREPOSITIONS = words(
    "of in on at by for from with without within into onto upon about above across after against along amid "
    "amidst among amongst around as before behind below beneath beside besides between beyond despite down during "
    "except following inside like near off opposite out outside over past per through throughout toward towards "
    "under underneath unlike until till up via versus vs regarding concerning including excluding pending than "
    "minus plus worth aboard alongside atop round since because-of ahead notwithstanding"
)
CONJUNCTIONS = words("and or but nor & plus")
SUBORDINATORS = words(
    "because although though if unless while whereas when whenever where wherever whether that once so lest why "
    "how until till since after before as"
)
"""Words that open a clause; the last ones are prepositions too, which the verb after their noun group tells."""
RELATIVES = words("who which whom what whoever whatever")
PARTICLES = words("up out off down back away over on in forward through apart together aside ahead around along by")

ADVERBS = words(
    "also already always again almost ago alone altogether anyway apparently apart away back badly both-ways "
    "better best ever even early earlier else elsewhere enough far fast first formerly further forward "
    "furthermore hard hardly hence here however indeed instead just late later lately least less likewise long "
    "maybe meanwhile more moreover most much nearly never nevertheless next nonetheless not now nowadays often "
    "once only otherwise overnight overseas perhaps pretty probably quite rather really right roughly seldom so "
    "sometimes somewhat soon still straight subsequently then there thereafter therefore thereby thus together "
    "today tomorrow tonight too twice upstairs very well yesterday yet abroad afterwards afterward aside ahead "
    "alike aloud amiss anymore anywhere approximately aside downstream everywhere home indoors inside online "
    "onstage outdoors outright part-time please somehow somewhere sooner thereof upward upwards downward "
    "downwards worldwide nationwide north south east west n't n’t repeatedly recently initially previously newly "
    "reportedly allegedly jointly unanimously formally officially publicly personally firmly"
)
NOUNS_LY = words(
    "family ally assembly supply reply july italy rally anomaly monopoly bully belly lily fly jelly butterfly "
    "tally folly homily melancholy doily"
)
"""Nouns and verbs that end like adverbs."""
ADJECTIVES_LY = words(
    "early daily weekly monthly yearly friendly likely unlikely deadly costly elderly only lonely lovely ugly "
    "silly holy orderly timely untimely unruly sickly scholarly lively hourly cowardly unfriendly worldly "
    "quarterly bodily fatherly motherly heavenly homely chilly curly hilly smelly wily woolly"
)

NUMBERS = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million "
    "billion trillion dozen hundreds thousands millions billions trillions dozens"
)

ADJECTIVES = words(
    "able absent absolute acting active actual acute additional adequate afraid aggressive alive alleged "
    "ambitious ample ancient angry annual anonymous anxious apparent appropriate armed available average aware "
    "awful bad bare basic beautiful best better big bitter black bland bleak blind blue bold brave brief bright "
    "broad broken brown brutal busy calm capable capital careful casual cautious central certain cheap chief "
    "chronic civil civic classic clean clear clever close coastal cold comfortable common complete complex "
    "comprehensive concrete confident conservative constant controversial convenient cool correct corrupt crazy "
    "criminal critical crucial cruel crude current dangerous dark dead deaf dear deep defensive deliberate "
    "delicate democratic dense desperate different difficult diplomatic direct dirty distant distinct diverse "
    "domestic double downtown dramatic dreadful dry due dull eager eastern easy economic effective electoral "
    "eligible emotional empty enormous entire equal essential ethnic evil exact excellent exclusive existing "
    "expensive explicit explosive extensive external extra extraordinary extreme fair false famous fast fatal "
    "favorite favourite federal fellow female few fierce final financial fine firm first fiscal flat flexible "
    "foreign formal former free frequent fresh front full fundamental further future gay general generous genuine "
    "giant glad global golden good grand grave gray great greater green grey gross guilty half happy hard harsh "
    "heavy high higher historic honest hostile hot huge human humanitarian ideal identical ill illegal immediate "
    "imminent immune imperial important impossible improper inadequate incoming independent indirect individual "
    "industrial inevitable initial inner innocent intense interim interior internal international joint joyful "
    "judicial junior just keen key large last late later latest latter lawful leading left legal legislative "
    "legitimate lesser level liable liberal likely limited little live local long long-term loose loud low lower "
    "loyal lucky mad main major male marginal marine massive mature mean medical mental mere mid middle mild "
    "military minimal minimum minor mixed mobile moderate modern modest monetary moral multiple municipal mutual "
    "naked narrow nasty national native natural naval nearby neat necessary negative nervous neutral new next "
    "nice noble nominal normal northern notable nuclear numerous obvious odd offensive official old older ongoing "
    "only open opposite optimistic oral ordinary organic original other outer outgoing outside overall own pale "
    "parliamentary partial particular past patient peaceful permanent personal pessimistic physical pink plain "
    "pleasant plural poor popular positive possible potential powerful practical precise pregnant preliminary "
    "present presidential previous primary prime principal prior private pro-russian productive professional "
    "profitable prominent prompt proper prospective proud provincial provisional public pure quick quiet racial "
    "radical random rapid rare raw ready real recent red regional regular related relative relevant reliable "
    "religious reluctant remarkable remote republican residential responsible rich rigid right rigorous risky "
    "rival robust rough round royal rude rural sad safe same satisfied scarce scientific secondary secret secure "
    "senior sensible sensitive separate serious severe sexual shallow sharp sheer short short-term shy sick "
    "significant silent similar simple single slight slim slow small smart smooth so-called social soft solar "
    "sole solid sore sound southern sovereign special specific stable standard steady steep sticky stiff still "
    "straight strange strategic strict strong stubborn stupid subject subsequent substantial subtle successful "
    "sudden sufficient suitable super superior sure surplus sweet swift symbolic tall tax-free technical "
    "temporary tense terrible thick thin third tight tiny top total tough toxic traditional tragic tremendous "
    "tropical true twin typical ultimate unable uncertain under-age unfair unhappy unique united universal "
    "unlikely unprecedented unusual upcoming upper urban urgent useful usual vague vain valid valuable various "
    "vast verbal viable vice violent virtual visible vital vocal vulnerable warm weak wealthy weird western wet "
    "white whole wide widespread wild willing wise wooden worse worst worth worthy wrong young younger missing "
    "less more many much several most enough second fourth fifth sixth"
)

TIME_NOUNS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow tonight morning afternoon evening night week "
    "month year day weekend"
)
