"""Countries and languages by name.

Why: the record has ISO 3166-1 and BCP 47 codes, and a reader should meet none. In: a code.
Out: its English name (CLDR); a code that is not listed comes back as it is.
"""

_COUNTRIES = """AE United Arab Emirates|AM Armenia|AR Argentina|AT Austria|AU Australia|AZ Azerbaijan
BA Bosnia and Herzegovina|BD Bangladesh|BE Belgium|BG Bulgaria|BR Brazil|BY Belarus|CA Canada|CH Switzerland|CN China
CY Cyprus|CZ Czechia|DE Germany|DK Denmark|EE Estonia|EG Egypt|ES Spain|FI Finland|FJ Fiji|FR France|GB United Kingdom
GE Georgia|GH Ghana|GR Greece|HR Croatia|HU Hungary|ID Indonesia|IE Ireland|IL Israel|IN India|IQ Iraq|IR Iran
IT Italy|JO Jordan|JP Japan|KE Kenya|KG Kyrgyzstan|KP North Korea|KR South Korea|KZ Kazakhstan|LB Lebanon|LT Lithuania
LV Latvia|MD Moldova|MK North Macedonia|MX Mexico|MY Malaysia|NG Nigeria|NL Netherlands|NO Norway|NZ New Zealand
PH Philippines|PK Pakistan|PL Poland|PT Portugal|QA Qatar|RO Romania|RS Serbia|RU Russia|SA Saudi Arabia|SE Sweden
SG Singapore|SI Slovenia|SK Slovakia|SY Syria|TH Thailand|TJ Tajikistan|TR Türkiye|TW Taiwan|UA Ukraine
US United States|UZ Uzbekistan|VA Vatican City|VN Vietnam|ZA South Africa"""

_LANGUAGES = """ar Arabic|az Azerbaijani|be Belarusian|bg Bulgarian|bn Bangla|bs Bosnian|cs Czech|da Danish|de German
el Greek|en English|es Spanish|et Estonian|fa Persian|fi Finnish|fr French|he Hebrew|hi Hindi|hr Croatian|hu Hungarian
hy Armenian|id Indonesian|it Italian|ja Japanese|ka Georgian|kk Kazakh|ko Korean|lt Lithuanian|lv Latvian
mk Macedonian|nb Norwegian Bokmål|nl Dutch|no Norwegian|pl Polish|pt Portuguese|ro Romanian|ru Russian|sk Slovak
sl Slovenian|sq Albanian|sr Serbian|sv Swedish|ta Tamil|tg Tajik|th Thai|tr Turkish|uk Ukrainian|ur Urdu|uz Uzbek
vi Vietnamese|zh Chinese"""


def _listed(text: str) -> dict[str, str]:
    return dict(entry.split(" ", 1) for line in text.splitlines() for entry in line.split("|"))


_COUNTRY, _LANGUAGE = _listed(_COUNTRIES), _listed(_LANGUAGES)


def country(code: str | None) -> str:
    """The country with the ISO 3166-1 alpha-2 code."""
    return _COUNTRY.get(code or "", code or "")


def language(tag: str | None) -> str:
    """The language with the BCP 47 tag; of a tag with a region or a script the main language, and the rest as it is."""
    main, _, rest = (tag or "").partition("-")
    return _LANGUAGE.get(main, main) + (f" ({rest})" if rest else "")
