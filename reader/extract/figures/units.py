"""Units, currencies and the words beside a number, as tables; each entry's example is its own test."""

from __future__ import annotations

from dataclasses import dataclass

from reader.extract.syntax.words import words


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its normal name and how it is written."""

    name: str
    forms: frozenset[str]
    example: str


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by ISO 4217 code."""

    code: str
    name: str
    symbols: frozenset[str]
    forms: frozenset[str]
    example: str


def _unit(name: str, forms: str, example: str) -> Unit:
    return Unit(name, words(forms), example)


UNITS: tuple[Unit, ...] = (
    _unit("second", "second seconds sec secs", "a 30-second clip"),
    _unit("minute", "minute minutes min mins", "a 50-minute call"),
    _unit("hour", "hour hours hr hrs h", "a two-hour video link"),
    _unit("day", "day days", "a three-day visit"),
    _unit("week", "week weeks", "the six-week campaign"),
    _unit("month", "month months", "an 18-month sentence"),
    _unit("year", "year years yr yrs", "a ten-year plan"),
    _unit("decade", "decade decades", "after two decades of war"),
    _unit("century", "century centuries", "over five centuries"),
    _unit("millimetre", "millimetre millimetres millimeter millimeters mm", "20 mm of rain"),
    _unit("centimetre", "centimetre centimetres centimeter centimeters cm", "12 cm of snow"),
    _unit("metre", "metre metres meter meters m", "the 100-metre final"),
    _unit("kilometre", "kilometre kilometres kilometer kilometers km kms", "some 30 kilometres from the border"),
    _unit("inch", "inch inches", "6 inches of snow"),
    _unit("foot", "foot feet ft", "30 feet above the road"),
    _unit("yard", "yard yards", "a 25-yard shot"),
    _unit("mile", "mile miles", "1.5 million kilometres, or 930,000 miles"),
    _unit("nautical mile", "nm", "12 nm off the coast"),
    _unit("light-year", "light-year light-years lightyears", "40 light-years away"),
    _unit("hectare", "hectare hectares ha", "200 hectares of forest"),
    _unit("acre", "acre acres", "a 300-acre farm"),
    _unit("gram", "gram grams gramme grammes g", "5 grams of gold"),
    _unit("kilogram", "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs", "60 kilos of cocoa"),
    _unit("tonne", "tonne tonnes ton tons", "nearly 2 million tonnes of wheat"),
    _unit("pound (weight)", "lb lbs", "a 12-lb turkey"),
    _unit("ounce", "ounce ounces oz", "an ounce, or 1,800 ounces"),
    _unit("litre", "litre litres liter liters l", "40 litres of water"),
    _unit("gallon", "gallon gallons", "5,000 gallons of oil"),
    _unit("barrel", "barrel barrels bpd", "400,000 barrels a day"),
    _unit("degree", "degree degrees °", "a warming of 1.5 degrees"),
    _unit("degree Celsius", "°c c celsius centigrade", "38 Celsius"),
    _unit("degree Fahrenheit", "°f f fahrenheit", "90 Fahrenheit"),
    _unit("kilometre per hour", "km/h kph kmh", "120 km/h winds"),
    _unit("mile per hour", "mph", "winds of 90 mph"),
    _unit("knot", "knot knots", "at 20 knots"),
    _unit("watt", "watt watts w", "60 watts"),
    _unit("kilowatt", "kilowatt kilowatts kw", "a 30-kilowatt engine"),
    _unit("megawatt", "megawatt megawatts mw", "a 500-megawatt plant"),
    _unit("gigawatt", "gigawatt gigawatts gw", "3 gigawatts of wind power"),
    _unit("kilowatt-hour", "kwh", "200 kWh a month"),
    _unit("kiloton", "kiloton kilotons kilotonne", "a 15-kiloton bomb"),
    _unit("hertz", "hertz hz", "at 50 hertz"),
    _unit("gigabyte", "gigabyte gigabytes gb", "16 gigabytes of memory"),
    _unit("megabyte", "megabyte megabytes mb", "5 megabytes"),
    _unit("kelvin", "kelvin kelvins", "below 50 kelvins"),
    _unit("basis point", "bps", "raised by 25 bps"),
    _unit("calibre", "calibre caliber", "a 9 calibre shell"),
)

CURRENCIES: tuple[Currency, ...] = (
    Currency("USD", "dollar", words("$ US$"), words("dollar dollars dlr dlrs buck bucks usd"), "$3.5 billion"),
    Currency("EUR", "euro", words("€"), words("euro euros eur"), "€200 million"),
    Currency("GBP", "pound", words("£"), words("pound pounds sterling stg gbp quid"), "£40m"),
    Currency("JPY", "yen", words("¥"), words("yen jpy"), "20 trillion yen"),
    Currency("CNY", "yuan", words("元"), words("yuan renminbi cny"), "300 yuan"),
    Currency("RUB", "rouble", words("₽"), words("rouble roubles ruble rubles rub"), "500 roubles"),
    Currency("UAH", "hryvnia", words("₴"), words("hryvnia hryvnias"), "1,000 hryvnias"),
    Currency("INR", "rupee", words("₹ Rs"), words("rupee rupees inr"), "₹50,000"),
    Currency("CHF", "franc", words("CHF Fr"), words("franc francs chf"), "80 million francs"),
    Currency("CAD", "Canadian dollar", words("C$ CA$"), words("cad"), "C$75 million"),
    Currency("AUD", "Australian dollar", words("A$ AU$"), words("aud"), "A$12"),
    Currency("NZD", "New Zealand dollar", words("NZ$"), words("nzd"), "NZ$8 million"),
    Currency("HKD", "Hong Kong dollar", words("HK$"), words("hkd"), "HK$2 billion"),
    Currency("SGD", "Singapore dollar", words("S$"), words("sgd"), "S$900"),
    Currency("BRL", "real", words("R$"), words("reais"), "R$40 million"),
    Currency("MXN", "peso", words("₱ MX$"), words("peso pesos"), "600 pesos"),
    Currency("TRY", "lira", words("₺"), words("lira liras"), "15 lira"),
    Currency("KRW", "won", words("₩"), words("krw"), "₩100,000"),
    Currency("ILS", "shekel", words("₪"), words("shekel shekels"), "500 shekels"),
    Currency("SEK", "krona", words("kr"), words("krona kronor"), "900 kronor"),
    Currency("DKK", "krone", words(""), words("krone kroner"), "750 kroner"),
    Currency("PLN", "zloty", words("zł"), words("zloty zlotys"), "4,000 zlotys"),
    Currency("NGN", "naira", words("₦"), words("naira"), "200,000 naira"),
    Currency("ZAR", "rand", words(""), words("rand rands"), "15 million rand"),
    Currency("SAR", "riyal", words(""), words("riyal riyals"), "400 riyals"),
)

NATIONS = {"canadian": "CAD", "australian": "AUD", "new zealand": "NZD", "hong kong": "HKD", "singapore": "SGD"}
"""Whose dollars are not those of the United States."""
UNIT_OF = {form: unit.name for unit in UNITS for form in unit.forms}
CURRENCY_OF = {form: currency for currency in CURRENCIES for form in currency.forms}
CURRENCY_OF_CODE = {currency.code: currency for currency in CURRENCIES}
CURRENCY_OF_SYMBOL = {symbol: currency for currency in CURRENCIES for symbol in currency.symbols}
TIME_UNITS = words("second minute hour day week month year decade century")

APPROXIMATE = (
    r"(?:no |not )?(?:more|less|fewer) than|at (?:least|most)|up to|as (?:many|much|few) as|close to|(?:an )?estimated|"
    r"just (?:over|under|short of)|well over|a little (?:over|more than)|slightly more than|in excess of|nearly|almost|"
    r"about|around|roughly|approximately|some|over|under|above|below|circa|barely|upwards of"
)
"""Words before a number that make it approximate or a bound, as a regular expression; they belong to the figure."""

NAMED_BY_NUMBER = words(
    "section article chapter page no number nos paragraph clause amendment title phase stage level grade tier "
    "room floor flight route highway interstate line gate platform channel game day week year round act scene "
    "verse part volume issue figure table rule proposition resolution order group type class version step point "
    "item appendix annex apollo boeing airbus formula windows pier block unit zone area district ward precinct "
    "battalion brigade regiment"
)
"""After these a number is a name: *Section 5*, *Flight 370*."""
