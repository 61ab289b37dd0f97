"""The note below the title of a regulation (题注): who adopted, issued and revised it, and when.

What the note does not say stays None. A version whose note ends with a revision is that revision:
earlier dates and numbers belong to earlier versions.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

CHINESE_DIGITS = "〇一二三四五六七八九"
DATE_TEXT = (
    "(?:[0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日"
    "|[一二三四五六七八九〇○零]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)"
)
DATE = re.compile(DATE_TEXT)
EVENT = re.compile("通过|公布|发布|颁布|印发|批准|修订|修正|修改|施行|实施|令第")
STARTS_WITH_DATE = re.compile(rf"[（(\s]*(?:根据|依据|自)?\s*{DATE_TEXT}")
BOUNDARY = re.compile(rf"(?:(?<=[\s；;。])|(?<=[）)]))(?=(?:根据|依据|自)?{DATE_TEXT})")
OPEN_BRACKET = re.compile("[（(]")
LONGEST_LINE = 300
LONGEST_NOTE = 40
"""Lines of a note in brackets."""

QUOTED = re.compile("《[^》]*(?:》|$)")
DECISION = re.compile("《[^》]*(?:决定|修正案|通知)[^》]*》")
BEGINS = re.compile(r"\s*(?:起|开始)?(?:施行|实施|生效)")
ORDER = re.compile(
    r"(?P<number>(?P<maker>[\u4e00-\u9fff、]+)令(?:〔[0-9]{4}〕)?第\s*[0-9一二三四五六七八九十百零〇]+\s*号)"
)
DOCUMENT = re.compile(r"[\u4e00-\u9fff]{1,20}[〔\[（(][0-9]{4}[〕\]）)]\s*第?[0-9]+号")
SESSION = re.compile("第[零〇一二三四五六七八九十百0-9]+届")
MAKERS = (
    re.compile("^(?P<maker>.*?人民代表大会(?:常务委员会)?)(?=第)"),
    re.compile(r"^(?:.*，)?(?:中华人民共和国)?(?P<maker>(?!.*主席令).+?)令(?:〔[0-9]{4}〕)?第"),
    re.compile("^(?P<maker>(?!.*(?:会议|令|主席)).+?)(?:公布|发布|颁布|印发)"),
    re.compile("^(?P<maker>.+?)(?:审判委员会|检察委员会)?第[^第次]{1,6}次"),
)
"""Ways to say who makes a regulation, the most telling first."""

MAKER = re.compile(r"[\u4e00-\u9fff、]{2,40}")


@dataclass(frozen=True, slots=True)
class Event:
    """One date of a note with what happened then."""

    day: date
    text: str
    """What follows the date."""

    is_effective: bool
    """Whether the regulation takes effect on that day."""

    @property
    def verbs(self) -> str:
        """The text without the names of decisions."""
        return QUOTED.sub("", self.text)

    @property
    def is_adoption(self) -> bool:
        """Whether a meeting adopted this version."""
        met = "会议" in self.verbs and self.is_revision
        return "通过" in self.verbs or "审议批准" in self.verbs or met

    @property
    def is_issue(self) -> bool:
        """Whether this version was published."""
        return bool(re.search("公布|发布|颁布|印发|令第", self.verbs))

    @property
    def is_revision(self) -> bool:
        """Whether the text was revised or amended."""
        return bool(re.search("修订|修正|修改", self.verbs))

    @property
    def is_amendment(self) -> bool:
        """Whether a decision amended it: its own last article still tells of the first version."""
        return self.is_revision and bool("修正" in self.verbs or DECISION.search(self.text))


@dataclass(frozen=True, slots=True)
class Note:
    """What the note of a version says."""

    history: tuple[str, ...] = ()
    """Its entries as written."""

    events: tuple[Event, ...] = ()
    undated: tuple[str, ...] = ()
    """Lines without a date, such as a document number."""

    @property
    def latest(self) -> date | None:
        """The latest date of adoption, issue or revision."""
        return max((one.day for one in self.events if not one.is_effective), default=None)

    @property
    def current(self) -> tuple[Event, ...]:
        """The events of this version: the last revision and what follows it."""
        revisions = [index for index, one in enumerate(self.events) if one.is_revision]
        return self.events[revisions[-1] :] if revisions else self.events

    @property
    def is_revised(self) -> bool:
        """Whether this is not the first version."""
        return any(one.is_revision for one in self.events)

    @property
    def is_amended(self) -> bool:
        """Whether a decision made this version, so that its last article does not tell its date."""
        return any(one.is_amendment for one in self.current)

    @property
    def adopted_on(self) -> date | None:
        """The day on which this version was adopted."""
        return next((one.day for one in self.current if one.is_adoption), None)

    @property
    def issued_on(self) -> date | None:
        """The day on which this version was published."""
        issues = (one for one in self.current if one.is_issue and not one.is_effective)
        return next((one.day for one in issues), None)

    @property
    def effective_on(self) -> date | None:
        """The day from which this version is in force, where the note says so."""
        return next((one.day for one in self.current if one.is_effective), None)

    @property
    def document_number(self) -> str | None:
        """The number under which this version was published."""
        texts = [] if self.is_amended else [one.verbs for one in self.current]
        if not self.is_revised:
            texts += [*self.undated, *self.history]
        for text in texts:
            found = ORDER.search(text)
            if found:
                return re.sub(r"\s", "", found["number"])
            found = DOCUMENT.search(text)
            if found:
                return found.group()
        return None

    @property
    def issuer(self) -> str | None:
        """Who made the regulation."""
        texts = [SESSION.sub("", one.verbs).strip(" 　，由经") for one in self.events]
        for pattern in MAKERS:
            for text in texts:
                found = pattern.match(text)
                if found and MAKER.fullmatch(found["maker"]):
                    return found["maker"]
        return None


def note_length(lines: Sequence[str]) -> int:
    """Return how many of the lines below a title are its note."""
    length = 0
    while length < len(lines):
        text = lines[length].strip()
        if OPEN_BRACKET.match(text):
            size = _bracket_length(lines[length:])
            return length + size
        is_event = STARTS_WITH_DATE.match(text) and EVENT.search(text)
        is_rest = length and _is_open(lines[length - 1])
        if len(text) > LONGEST_LINE or not (is_event or is_rest):
            return length
        length += 1
    return length


def _bracket_length(lines: Sequence[str]) -> int:
    """Return the lines of a note in brackets; 0 if the brackets hold anything else."""
    depth, text = 0, ""
    for index, line in enumerate(lines[:LONGEST_NOTE]):
        text += line
        depth += len(re.findall("[（(]", line)) - len(re.findall("[）)]", line))
        if depth <= 0:
            return index + 1 if DATE.search(text) and EVENT.search(text) else 0
    return 0


def _is_open(text: str) -> bool:
    return text.count("《") > text.count("》")


def read_note(lines: Sequence[str]) -> Note:
    """Return what the lines of a note say."""
    entries, undated = [], []
    for line in lines:
        for piece in filter(None, map(str.strip, BOUNDARY.split(line.strip()))):
            has_date = DATE.search(piece) is not None
            is_rest = entries and (_is_open(entries[-1]) or not has_date)
            if is_rest and EVENT.search(piece):
                entries[-1] += piece
            elif has_date:
                entries.append(piece)
            else:
                undated.append(piece)
    events = tuple(event for entry in entries for event in _events(entry))
    return Note(tuple(map(_without_bracket, entries)), events, tuple(undated))


def _without_bracket(entry: str) -> str:
    """Return an entry without the bracket, or half of it, that encloses the whole note."""
    if re.fullmatch("[（(][^（）()]*[）)]", entry):
        return entry[1:-1].strip()
    opened, closed = (len(re.findall(mark, entry)) for mark in ("[（(]", "[）)]"))
    if opened > closed and OPEN_BRACKET.match(entry):
        return entry[1:].strip()
    if closed > opened and entry[-1] in "）)":
        return entry[:-1].strip()
    return entry


def _events(entry: str) -> Iterator[Event]:
    found = [one for one in DATE.finditer(entry) if read_date(one.group())]
    ends = [*(one.start() for one in found[1:]), len(entry)]
    for one, end in zip(found, ends, strict=True):
        text = entry[one.end() : end].strip(" \u3000，、；")
        yield Event(read_date(one.group()), text, BEGINS.match(text) is not None)


def read_date(text: str) -> date | None:
    """Return the date of a text such as 2024年7月10日 or 二〇二四年七月十日."""
    parts = re.split("[年月日]", text)[:3]
    numbers = [_number(part) for part in parts]
    try:
        return date(*numbers)
    except ValueError:
        return None


def _number(text: str) -> int:
    """Return a number of a date; years are written digit by digit, days as 二十一."""
    text = text.replace("○", "〇").replace("零", "〇")
    if text[:1].isdigit():
        return int(text)
    if "十" not in text:
        return int("".join(str(CHINESE_DIGITS.index(one)) for one in text))
    tens, _, ones = text.partition("十")
    digit = CHINESE_DIGITS.index
    return (digit(tens) if tens else 1) * 10 + (digit(ones) if ones else 0)
