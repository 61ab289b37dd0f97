"""学习的日期不能早于所学文件公布的日期。

文件还没有公布就“学过”，是记录事后编造的明显痕迹。

依据：公开通报中查处过的“超前学习”。

不通过：

    data/2023/ledgers/studies.csv：
    编号,日期,类别,主题,学习文件,文件发布日期
    2023-001,2023-03-01,集中学习,党纪,某条例,2023-03-06

通过：

    data/2023/ledgers/studies.csv：
    编号,日期,类别,主题,学习文件,文件发布日期
    2023-001,2023-03-08,集中学习,党纪,某条例,2023-03-06
"""

from collections.abc import Iterator

from macros.formatting import chinese_date
from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedSite

RULE = "TIME-04"
CODE = "study-date"
SEVERITIES = (Severity.ERROR,)
PUBLISHED = "文件发布日期"


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each study dated before its document was published."""
    for data in site.handbook.years.values():
        for ledger in data.ledgers.values():
            days, published = ledger.cells["日期"], ledger.cells.get(PUBLISHED, ())
            for line, day, issued in zip(ledger.lines, days, published, strict=False):
                if issued and day < issued:
                    fact = f"{chinese_date(day)}的学习早于文件发布日期 {chinese_date(issued)}"
                    hint = "对照原始记录和文件，改正写错的日期；不得为了对上而改记录。"
                    where = Where(ledger.file, line, "日期")
                    yield Problem(where, CODE, fact, hint, Severity.ERROR)
