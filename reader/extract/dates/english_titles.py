"""Names in English that have a word of time in them, by kind: works, programmes, bands, papers, firms, trains, events.

Only names of which a date could be read, and none that is a date as well (New Year's Eve, The Day After). A second
language brings its own lists of the same names.
"""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for line in text.split("\n") for name in line.split(";") if name.strip())


FILMS_AND_PLAYS = _names(
    """
    Now, Voyager; Now You See Me; Hours of Idleness; Minutes to Midnight; Days of Christmas; Days of our Lives
    Saturday Night Fever; Saturday Night and Sunday Morning; Any Given Sunday; Sunday Bloody Sunday; Freaky Friday
    His Girl Friday; The Long Good Friday; Friday Night Lights; Thank God It's Friday; Black Sunday; Never on Sunday
    Sunday in the Park with George; The First Monday in May; October Sky; The Hunt for Red October; Red October
    August: Osage County; The Whales of August; The Teahouse of the August Moon; Seven Days in May; May December
    Born on the Fourth of July; The Ides of March; March of the Penguins; The March of Time; Nine Days One Year
    Midnight Cowboy; Midnight Express; Midnight in Paris; Midnight Run; Midnight Mass; Midnight Special
    After Midnight; Before Midnight; Before Sunrise; Before Sunset; High Noon; Sunset Boulevard; From Dusk Till Dawn
    Dawn of the Dead; Dawn of the Planet; Night of the Living Dead; Red Dawn; Delta Dawn; Breaking Dawn; Training Day
    Dog Day Afternoon; Three Days of the Condor; Two Days, One Night; The Day of the Jackal; The Day the Earth
    The Longest Day; Die Another Day; The Remains of the Day; Two Weeks Notice; Two Weeks in Another Town
    28 Days Later; 28 Weeks Later; 28 Years Later; 30 Days of Night; 500 Days of Summer; 24 Hour Party People
    25th Hour; 48 Hrs; Darkest Hour; 12 Years a Slave; Twelve Years a Slave; Seven Years in Tibet; The Seven Year Itch
    The Best Years of Our Lives; The Year of Living Dangerously; Last Year at Marienbad; A Man for All Seasons
    Gone in 60 Seconds; Gone in Sixty Seconds; Thirty Seconds Over Tokyo; Tomorrow Never Dies; Edge of Tomorrow
    The Day After Tomorrow; Days of Heaven; Days of Thunder; Days of Wine and Roses; Hard Day's Night
    Long Day's Journey; Nineteen Eighty-Four; Winter's Bone; The Winter's Tale; The Lion in Winter; Winter Light
    Midsummer Night's Dream; Twelfth Night; Summer of Sam; Suddenly, Last Summer; I Know What You Did Last Summer
    Spring Awakening; Autumn Sonata; An Autumn Afternoon; A Year in Provence; Around the World in 80 Days
    Around the World in Eighty Days; 120 Days of Sodom; Ten Days That Shook; The Night Manager
    The Night of the Hunter; Good Night, and Good Luck; Boogie Nights; Nights of Cabiria; May-December; 11/22/63; 1Q84
    A Day at the Races; A Night at the Opera; Night at the Museum; Blade Runner 2049; Death Race 2000; Class of 1984
    Summer of '42
    """
)
BOOKS = _names(
    """
    Midnight's Children; Darkness at Noon; The Man Who Was Thursday; Tuesdays with Morrie; The Guns of August
    Light in August; One Day in the Life; Hundred Years of Solitude; The Year of Magical Thinking; The Year of the Flood
    The Thursday Murder Club; Friday Night Knitting; The Sunday Philosophy Club; October the First Is Too Late
    Friday the Rabbi
    The October Country; A Month in the Country; The Darling Buds of May; A Week in December; Winter in Madrid
    If on a Winter's Night; Tender Is the Night; The Eighth Day; The Fifth Season; Book of Hours; Books of Hours
    Liturgy of the Hours; Nine Hundred Days; The Midnight Library; The Night Watch; Every Day Is for the Thief
    The Day of the Triffids; The Day of the Locust; Three Day Road; Seven Minutes; The Summer Book; Snow in August
    """
)
SONGS = _names(
    """
    Blue Monday; Manic Monday; Stormy Monday; I Don't Like Mondays; Rainy Days and Mondays; Monday, Monday
    New Moon on Monday; Ruby Tuesday; Tuesday's Gone; Wednesday Morning, 3 A.M; Friday I'm in Love; Friday on My Mind
    Last Friday Night; Saturday Night's Alright; Another Saturday Night; Saturday in the Park; Drive-In Saturday
    Sunday Morning Coming Down; Sunday Girl; Gloomy Sunday; Pleasant Valley Sunday; Everyday Is Like Sunday
    Beautiful Sunday; April in Paris; April Come She Will; Pieces of April; June Is Bustin' Out; See You in September
    September Song; September in the Rain; September Morn; Wake Me Up When September Ends; November Rain
    December, 1963; Autumn Leaves; Autumn in New York; Forever Autumn; Winter Wonderland; A Hazy Shade of Winter
    Summer of '69; Summer of 69; Summer Nights; Cruel Summer; In the Summertime; Boys of Summer; Summer in the City
    Summer Breeze; In the Midnight Hour; Round Midnight; Tonight's the Night; Night and Day
    The Twelve Days of Christmas; Midnight Rambler; Midnight Train to Georgia; Midnights; Eight Days a Week
    A Day in the Life; Yesterday Once More; Tomorrow Never Knows; Party Like It's 1999; Night Fever
    Strangers in the Night; Twenty-Four Hours from Tulsa; 24 Hours from Tulsa; Minute Waltz; Rite of Spring
    Spring Sonata; Sunrise, Sunset; Thursday's Child; It Might as Well Be Spring; Appalachian Spring; Summer Holiday
    """
)
PROGRAMMES = _names(
    """
    Saturday Night Live; Saturday Night Takeaway; Saturday Live; Saturday Kitchen; Saturday Superstore
    Sunday Night Football; Sunday Night at the; Monday Night Football; Thursday Night Football; Friday Night Football
    Friday Night Dinner; Friday Night Baseball; Monday Night Raw; Friday Night SmackDown; Sunday Brunch
    Sunday Politics; CBS Sunday Morning; Good Morning America; Good Morning Britain; Morning Edition; Morning Joe
    This Morning; Today in Focus; Today in Parliament; Today Show; The Tonight Show; World News Tonight
    Entertainment Tonight; CBS Evening News; NBC Nightly News; The World Tonight; World This Weekend; Weekend Edition
    Weekend Update; This Week with; Hancock's Half Hour; Woman's Hour; Children's Hour; Just a Minute
    Match of the Day; Thought for the Day; 22 Minutes; 60 Minutes; Sixty Minutes; Book of the Week; Play for Today
    Mock the Week; 24 Hours in A; 24 Hours in Police; One Day at a Time; Days of Our Lives; That Was the Week
    Years and Years; The Wednesday Play; Wednesday Play; The Wonder Years; The Day Today; The Friday Night Project
    Space: 1999; Tomorrow's World; Today's the Day
    """
)
BANDS = _names(
    """
    Happy Mondays; The Saturdays; The Sundays; Taking Back Sunday; Sunny Day Real Estate; Green Day; Three Days Grace
    Thirty Seconds to Mars; 30 Seconds to Mars; 5 Seconds of Summer; Five Seconds of Summer; Midnight Oil; The Midnight
    Midnight Runners; A Day to Remember; Vampire Weekend; September Girls; October Project; April Wine; Mostly Autumn
    Wednesday 13; The Fall; The Four Seasons; The Seconds; Summer Camp; Late of the Pier; The Hours; Ten Years After
    """
)
PAPERS_AND_FIRMS = _names(
    """
    The Mail on Sunday; Mail on Sunday; Independent on Sunday; Scotland on Sunday; Wales on Sunday; Sun on Sunday
    Sunday Times; Sunday Telegraph; Sunday Mirror; Sunday Express; Sunday People; Sunday Mail; Sunday Post
    Sunday Herald; Sunday Independent; Sunday World; Sunday Business Post; Sunday Tribune; Sunday Age
    Saturday Evening Post; Saturday Review; Saturday Paper; Evening Standard; Morning Star; Morning Herald
    Morning Post; Morning Consult; Daily Mail; Daily Mirror; Daily Telegraph; Daily News; Daily Star; Daily Express
    Daily Record; Daily Beast; Ruby Tuesday; TGI Friday; T.G.I. Friday; Sunday Riley; Friday Harbor; Monday.com
    Century 21; Twentieth Century Fox; 20th Century Fox; 20th Century Studios; 21st Century Fox; Minute Maid
    Minute Rice; Four Seasons; Spring Airlines; May Department Stores; Augusta National; Days Inn; Night Owl Records
    24 Hour Fitness; One Hour Photo; Third Day; Fifth Third; First Monday; Second Cup; Spring Health; May Gurney
    Winter Olympics; Summer Olympics; Winter Palace; Summer Palace; Winter Garden; Winter Park; Winter Haven
    Night Tube; Autumn Statement; Spring Statement
    """
)
TRAINS_AND_SHIPS = _names(
    """
    20th Century Limited; Twentieth Century Limited; Sunset Limited; Night Riviera; Night Mail; Midnight Sun
    Arctic Sunrise; Morning Cloud; Morning Midas; Summer Wind; Silver Dawn; Golden Hour; Autumn Dawn; Evening Star
    Sunday Silence; Summer Bird; May Queen; Midnight Bisou; Sunday Star
    """
)
EVENTS = _names(
    """
    Black September; Prague Spring; Arab Spring; Croatian Spring; Beijing Spring; Winter of Discontent
    Hundred Years' War; Hundred Years War; Thirty Years' War; Thirty Years War; Seven Years' War; Seven Years War
    Eighty Years' War; Nine Years' War; Ten Years' War; Six-Day War; Six Day War; Hundred Days Offensive
    Hundred Days' Offensive; Yom Kippur War; Easter Rising; Easter Offensive; Easter Rebellion; Christmas Truce
    Tet Offensive; October Revolution; February Revolution; July Revolution; July Monarchy; November Revolution
    September Massacres; May Fourth Movement; April Theses; August Coup; July Plot; July Crisis; October Crisis
    October War; October Manifesto; October Surprise; March Madness; Night of the Long Knives; Night of Broken Glass
    Night of the Murdered; Night of the Pencils; Years of Lead; Days of Rage; Le Mans 24 Hours; 24 Hours of Le Mans
    24 Hours of Daytona; Spa 24 Hours; 12 Hours of Sebring; Bathurst 1000; March on Washington; March on Rome
    Long March; March of Dimes; Salt March; Player of the Year; Manager of the Year; Man of the Year
    Person of the Year; Goal of the Season; Word of the Year; Sunday Assembly; Friday the 13th Part; Judgment Day
    Judgement Day
    """
)
ALL = FILMS_AND_PLAYS | BOOKS | SONGS | PROGRAMMES | BANDS | PAPERS_AND_FIRMS | TRAINS_AND_SHIPS | EVENTS
