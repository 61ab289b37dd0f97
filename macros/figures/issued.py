"""What was issued for a figure: from then on only an approved correction changes it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from macros.handbook import YearData
from macros.models.edition import Erratum, IssuedFigure


@dataclass(frozen=True, slots=True)
class Issued:
    """A figure as issued, and how it was corrected since."""

    record: IssuedFigure
    issued_on: date
    as_of: date

    correction: Erratum | None
    """The last one that is approved."""

    draft: Erratum | None
    """The last one, while nobody has approved it."""

    @property
    def value(self) -> int | Decimal | None:
        """The number in force."""
        return self.correction.corrected if self.correction else self.record.value

    @property
    def approximation(self) -> str:
        """余 or 多; empty for exact numbers, as corrected ones are."""
        if self.correction:
            return ""
        return {True: "余", False: ""}.get(self.record.approximation, "多")


def issued(data: YearData, name: str) -> Issued | None:
    """Return what was issued for a figure; None while the year is open, or without an entry."""
    edition = data.edition
    record = next((one for one in edition.figures if one.name == name), None) if edition else None
    if record is None:
        return None
    errata = [one for one in data.errata if one.name == name]
    approved = [one for one in errata if one.is_approved]
    return Issued(
        record=record,
        issued_on=edition.issued_on,
        as_of=edition.as_of,
        correction=approved[-1] if approved else None,
        draft=errata[-1] if errata and not errata[-1].is_approved else None,
    )
