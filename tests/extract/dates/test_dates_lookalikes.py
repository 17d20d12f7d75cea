"""What only looks like a date is none."""

from __future__ import annotations

import pytest

from reader.extract.article import Article
from reader.extract.dates import find_dates
from reader.model import Published

PUBLISHED = Published.parse("2021-12-30")

NO_DATES = [
    "May said the government would not back down.",
    "Theresa May resigned as prime minister.",
    "Mrs May told the Commons; May's deal was voted down.",
    "He may go. We may march.",
    "Flight 1972 to Denver was cancelled.",
    "The party won 2014 seats across the country.",
    "About 2000 people and 1,998 troops marched.",
    "It sold 1500 units and has 1900 employees.",
    "The March on Washington drew 250,000 people.",
    "The soldiers march on. They march against the war.",
    "The team won 3-2 and then 21-17, after losing 10-12.",
    "It cost $2014 and later £1999.",
    "Section 1983 of the code, Article 2020 and Resolution 1973 apply.",
    "He drove a Peugeot 2008 and a BMW 2002.",
    "Windows 2000 and Office 2016 are old. Blade Runner 2049 flopped.",
    "Psalm 1922, iPhone 2020, Model 2015.",
    "He lives at 1600 Pennsylvania Avenue.",
    "Call 555-1972 or room 1984.",
    "The index closed at 2014 points.",
    "April Jones and June Smith joined Jan Novak.",
    "June said she was sad. April told reporters.",
    "The Sunday Times and Friday Night Lights reported it.",
    "The Daily Mail, USA Today and Russia Today said nothing.",
    "Bloody Sunday was recalled. Sheffield Wednesday lost.",
    "Prices will fall by 5%. Shares fall as rates rise.",
    "They finished second. A second suspect fled. Second, he lied.",
    "A spring in the valley; they spring into action.",
    "A minute detail of the current account; a strong current.",
    "Its first-quarter touchdown, and the kick, decided it.",
    "He hosts This Morning on television.",
    "It was the third such attack in as many months.",
    "She was named player of the year.",
    "She is 45 and he is a 30-year-old.",
    "In his 30s he moved. Temperatures hit the low-50s.",
    "Sun Microsystems sat on it. The cat sat down.",
    "Christmas Island and Easter Island are far.",
    "Chapter 11 bankruptcy, Section 8, Apollo 11.",
    "The Second World War and the Fourth Amendment.",
    "A quarter of voters; three quarters of the money; one second-hand car.",
    "Mr Day and Doris Day; the Day family; Green Day.",
    "World Cup 2018, Euro 2020.",
    "Their first half was poor; he scored in the second half.",
    "Version 10.1.2 of the system. The address is 10.0.0.1. A ratio of 1:30 is usual.",
    "The Six Day War, the Thirty Years' War and “60 Minutes” are names.",
    "The S&P 500, the Fortune 500, Covid-19, the G20, iOS 17 and Formula 1.",
    "Agenda 2030 and Horizon 2020 are programmes; the Human Rights Act 1998 is a law.",
    "Orwell's 1984 is sold out, and so is Fahrenheit 451.",
    "She read `1984` on the train and then “1917” at home.",
    "The novel 1984 was banned; the film 2012 flopped; Arthur C. Clarke wrote 2001: A Space Odyssey.",
    "The song 1999 and the album 1989 were hits.",
    "Flight MH370 and bus 2020 were late; BA2157, Delta 1989 and the 1845 train were not.",
    "The Boeing 737 MAX, the Peugeot 2008, the iPhone 15 and the RTX 2080 were shown.",
    "The match ended 6-4, 7-6, 6-3; they lead 10-6-2.",
    "See section 2014, § 1983, page 2001, paragraph 1999 and footnote 1990.",
    "April, May and June said they were sisters.",
    "April and June told reporters they would sue.",
    "June, 34, said she liked it. May, 71, agreed.",
    "Her daughters June and April were there; the rover is called August.",
    "May's government fell; the May government and the May-Corbyn talks failed.",
    "A march in favour; the Long March; a forced march. The army will march on Rome.",
    "The spring water is clear. He took a fall. She sprang up; a spring in her step.",
    "Ten to twelve people; from 5 to 6 percent; 20 to 30 dogs.",
    "The bill passed 52-48. The vote was 2016 to 1984.",
    "Room 1408, Gate 12, Channel 4, Interstate 95, Route 66 and Highway 61.",
    "Directive 2004/38 applies; so does Regulation 2016/679. ISO 9001, HTTP 404, error 2002, build 2022.",
    "John 3:16, Mark 12:30 and odds of 10-1.",
    "Seven Years in Tibet is a film, Midnight's Children a novel, Saturday Night Live a show.",
    "Expo 2020, COP26, Rio 2016, Tokyo 2020 and Vision 2030.",
    "Blink-182, Maroon 5, Catch-22, Apollo 13 and Covid-19.",
    "A 40-year-old; aged 30 to 40; in her fifties; 18- to 24-year-old men.",
    "At the end of the day, it is a matter of trust.",
    "Wednesday Addams and Tuesday Weld; the Fox News Sunday show; USA TODAY.",
    "See https://example.org/news/2022-07-26/story and www.example.org/2022/07/26 for more.",
    "She burned the midnight oil. He joined the Tomorrow Group in Rome.",
    "He won for the seventh consecutive time.",
    "The 2008 employees and the 1900 workers were paid.",
    "Winter Olympics, Prague Spring, Autumn Reeser.",
    "May, the Ohio congresswoman who had held out, and March, the consumer group, agreed.",
    'His last book, “Sunday Sons”, and the film "The March Hare" did well.',
    "A 1995-page report told of 2003 UB313 and of 2016 basis points.",
    "She watched the six o'clock news. Shares rose after hours.",
    "It will be, he said, a day of mourning.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_a_lookalike_is_no_date(text: str) -> None:
    assert [fact.text for fact in find_dates(Article(text, PUBLISHED))] == []


TWINS = [
    ("Mrs May spoke in May.", ["May"]),
    ("The 2014 seats of power; in 2014 seats were cheap.", ["2014", "2014"]),
    ("In March he joined the march on Rome.", ["March"]),
    ("Flight 1972 crashed in 1972.", ["1972"]),
    ("April, May and June were dry.", ["April", "May", "June"]),
    ("In June, 34 people died. In May, 71 did.", ["June", "May"]),
    ("He read it in 1984; the film of 2012 flopped.", ["1984", "2012"]),
    ("Clinton's 1992 campaign and Britain's 2016 vote.", ["1992", "2016"]),
    ("“2020 was a hard year,” he said of “1984”.", ["2020"]),
    ("By 2030 to 32 percent, it said.", ["2030"]),
    ("Following Monday's debate, he left.", ["Monday"]),
    ("It fell for the second time in three years - a record.", ["three years"]),
    ("The plague could last years.", ["years"]),
    ("He came first for the fifth straight year, in 2020.", ["2020"]),
    ("In the 1980 s, a two - hour film was rare.", ["the 1980 s", "two - hour"]),
    ("He left at 9 o'clock Friday night.", ["9 o'clock Friday night"]),
    ("Prices rose at the end of the day.", ["the end of the day"]),
    ("June Smith retired in June.", ["June"]),
    ("The Sunday Times reported on Sunday that he left.", ["Sunday"]),
    ("Prices fall in the fall of 2020.", ["the fall of 2020"]),
    ("The second one took a second look for 30 seconds.", ["30 seconds"]),
    ("The 1996 campaign and the 2000 Olympics were his.", ["1996", "2000"]),
    ("In April and May, the Ohio company lost money.", ["April", "May"]),
    ("“On Sunday,” he said. He called it “Sunday Sons” on Monday.", ["Sunday", "Monday"]),
    ("The chief, who took over two years ago, waited over two years.", ["two years ago", "over two years"]),
    ("He waited for three years, three years in which he wrote.", ["three years", "three years"]),
    ("Talks of hours went on after hours of silence.", ["hours", "hours"]),
]


@pytest.mark.parametrize(("text", "dates"), TWINS)
def test_a_lookalike_does_not_hide_its_twin(text: str, dates: list[str]) -> None:
    assert [fact.text for fact in find_dates(Article(text, PUBLISHED))] == dates
