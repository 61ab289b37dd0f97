import pytest

from macros.checks.prose import attachment
from tests.checks.support import facts, page

LISTED = "附件：1. 责任清单\n      2. 责任书\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LISTED + "## 附件1 责任清单\n\n## 附件2 责任书", []),
        (LISTED + "## 附件1\n\n责任清单\n\n## 附件2\n\n责任书", []),
        ("附件：责任清单\n\n## 附件\n\n责任清单", []),
        (LISTED + "没有附在这里。", []),
        ("## 附件1 责任清单", []),
        (LISTED + "## 附件1 责任书\n\n## 附件2 责任清单",
         ["附件说明写的是“1. 责任清单”，后面附的是“1. 责任书”",
          "附件说明写的是“2. 责任书”，后面附的是“2. 责任清单”"]),
        (LISTED + "## 附件1 责任清单", ["附件说明写的是“2. 责任书”，后面附的是空的"]),
        (LISTED + "## 附件1 责任清单\n\n## 附件3 责任书",
         ["附件说明写的是“2. 责任书”，后面附的是“3. 责任书”"]),
    ],
)  # fmt: skip
def test_list_and_attachments(handbook, text, expected):
    """
    Number, title and order must be the same; a page with only one of the two is not looked at.
    """
    assert sorted(expected) == sorted(
        facts(handbook({"docs/a.md": page(text, "手册")}), attachment)
    )
