"""What the note below a title says, and what it does not."""

from datetime import date

import pytest

from macros.importing.regulation.title_note import note_length, read_date, read_note

AMENDED = [
    "1985年1月21日 第六届全国人民代表大会常务委员会第九次会议通过",
    "1999年10月31日 第九届全国人民代表大会常务委员会第十二次会议修订",
    "2024年6月28日 第十四届全国人民代表大会常务委员会第十次会议"
    "《关于修改〈中华人民共和国会计法〉的决定》第三次修正）",
]
ISSUED = [
    "2012年6月13日 国务院第208次常务会议通过",
    "2012年6月28日 中华人民共和国国务院令第621号公布",
    "2012年10月1日 施行",
]
BRACKETED = (
    "（1985年1月21日第六届全国人民代表大会常务委员会第九次会议通过\u3000"
    "根据1993年12月29日第八届全国人民代表大会常务委员会第五次会议"
    "《关于修改〈中华人民共和国会计法〉的决定》第一次修正）"
)


class TestNote:
    def test_issued_regulation(self):
        """
        Adoption, issue, number, issuer and date of effect are told apart.
        """
        note = read_note(ISSUED)

        assert (date(2012, 6, 13), date(2012, 6, 28), date(2012, 10, 1)) == (
            note.adopted_on, note.issued_on, note.effective_on,
        )  # fmt: skip
        assert ("中华人民共和国国务院令第621号", "国务院") == (note.document_number, note.issuer)
        assert date(2012, 6, 28) == note.latest

    def test_amended_law(self):
        """
        The dates are those of the last amendment; what it does not say is None.
        """
        note = read_note(AMENDED)

        assert (date(2024, 6, 28), None, None, None) == (
            note.adopted_on, note.issued_on, note.effective_on, note.document_number,
        )  # fmt: skip
        assert "全国人民代表大会常务委员会" == note.issuer
        assert note.is_amended
        assert not read_note(AMENDED[:2]).is_amended

    def test_history_as_written(self):
        """
        The history is the entries as written, without the bracket around the whole note.
        """
        note = read_note(AMENDED)

        assert (*AMENDED[:2], AMENDED[2][:-1]) == note.history

    def test_brackets(self):
        """
        A note in one pair of brackets is taken apart at its dates.
        """
        note = read_note([BRACKETED])

        assert ["1985年1月21日第", "根据1993年12月2"] == [one[:11] for one in note.history]
        assert date(1993, 12, 29) == note.adopted_on

    def test_entry_over_two_lines(self):
        """
        An entry that goes on in the next line is one entry.
        """
        note = read_note(["2019年8月26日 会议《关于修改〈甲法〉", "〈乙法〉的决定》第三次修正"])

        assert ("2019年8月26日 会议《关于修改〈甲法〉〈乙法〉的决定》第三次修正",) == note.history
        assert note.is_amended

    @pytest.mark.parametrize(
        ("line", "issuer"),
        [
            ("2012年5月31日某省第十一届人民代表大会第三次会议通过", "某省人民代表大会"),
            ("2022年2月25日 中共中央、国务院发布", "中共中央、国务院"),
            ("2018年3月20日 第十三届全国人民代表大会第一次会议通过", "全国人民代表大会"),
            ("2012年12月24日由最高人民法院审判委员会第1565次会议通过", "最高人民法院"),
            ("2020年1月1日中华人民共和国主席令第三十四号公布", None),
            ("2020年1月1日起施行", None),
        ],
    )  # fmt: skip
    def test_issuer(self, line, issuer):
        """
        The issuer is named where the note names one.
        """
        assert issuer == read_note([line]).issuer


class TestLength:
    def test_lines(self):
        """
        Lines with a date and an event are the note, whatever follows is not.
        """
        assert 3 == note_length([*ISSUED, "第一章 总则"])
        assert 0 == note_length(["2012年6月13日，国务院印发了通知。" + "甲" * 300, "第一章 总则"])

    def test_brackets(self):
        """
        Brackets without date and event are no note.
        """
        assert 1 == note_length([BRACKETED, "第一条 甲。"])
        assert 0 == note_length(["（试行）", "第一条 甲。"])
        assert 2 == note_length(["（2012年1月1日局务会通过", "2013年1月1日修订）", "第一条 甲。"])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年7月10日", date(2024, 7, 10)),
        ("２０２４年７月１０日", date(2024, 7, 10)),
        ("一九九三年十二月二十九日", date(1993, 12, 29)),
        ("二〇二〇年十月三十日", date(2020, 10, 30)),
        ("2023年2月30日", None),
    ],
)
def test_date(text, day):
    """
    Dates are read in Arabic, full-width and Chinese digits; a day that does not exist is none.
    """
    assert day == read_date(text)
