"""Each figure has a page nobody has to write; what is wrong on it is mended at its definition."""

import pytest

from macros.checks.run import run_checks
from macros.handbook import load_handbook
from macros.rendering.site import render_site

TALKS = "编号,日期,类别,人数,约谈人\r\n2023-001,2023-03-20,集体约谈,12,甲某某\r\n"
PAGE = "data/figures/ji-ti-yue-tan.md"


def definition(name: str) -> str:
    return f"{name}:\n  单位: 次\n  口径: 按次计。\n"


@pytest.fixture
def shown(handbook):
    """Return a function: files → the text of the page of 集体约谈."""
    return lambda files=None: render_site(handbook(files)).pages[PAGE].article.text_content()


class TestAddress:
    @pytest.mark.parametrize(
        ("name", "slug"),
        [("局党组会", "ju-dang-zu-hui"), ("重点课题", "zhong-dian-ke-ti"), ("绿化", "lv-hua"),
         ("APP 下载（万次）", "app-xia-zai-wan-ci"), ("○", "figure")],
    )  # fmt: skip
    def test_is_how_the_name_is_read(self, handbook, name, slug):
        """The address is ASCII and says what the figure is."""
        loaded = handbook({"data/figures.yml": definition(f'"{name}"')})

        assert f"data/figures/{slug}.md" == loaded.figure_paths[name]

    def test_names_read_alike(self, handbook):
        """Of names that read alike, the later ones are numbered; the first stays as it is."""
        loaded = handbook({"data/figures.yml": definition("会议") + definition("会意")})

        assert ["data/figures/hui-yi.md", "data/figures/hui-yi_2.md"] == [
            *loaded.figure_paths.values()
        ]

    def test_a_file_of_the_same_path_wins(self, handbook):
        """Who writes the page of a figure gets what they wrote."""
        loaded = handbook({f"docs/{PAGE}": "# 自己写的\n"})

        assert ("自己写的", None) == (loaded.pages[PAGE].title, loaded.pages[PAGE].figure)
        assert PAGE == loaded.figure_paths["集体约谈"]


class TestContent:
    def test_says_what_is_counted_and_by_whom(self, shown):
        """口径, unit and the line of the definition."""
        text = shown()

        assert "口径：当年召开的集体约谈，按次计。" in text
        assert "台账“约谈”，类别是“集体约谈”，数行数" in text
        assert "data/figures.yml:8" in text

    def test_gap(self, shown):
        """A gap shows its reason, who owes it, and the line to fill."""
        text = shown()

        assert "【待填】次" in text
        assert "原文空缺" in text
        assert "data/2023/figures.yml:4" in text

    def test_rows_by_month_without_names(self, shown):
        """Rows and months are there; what the ledger keeps inside is not."""
        text = shown({"data/2023/ledgers/talks.csv": TALKS})

        assert "data/2023/ledgers/talks.csv:2" in text
        assert "2023年集体约谈，按月份" in text
        assert "甲某某" not in text

    def test_years_side_by_side(self, shown):
        """From the second year on, a chart and table set the years side by side."""
        assert "集体约谈，2023年至2024年" in shown({"data/2024/year.yml": "年份: 2024\n"
                                                    "状态: 编制中\n截至: null\n"})  # fmt: skip

    def test_uses(self, handbook):
        """Every page that shows it, with the sentence as published, or as a table."""
        files = {
            "docs/a.md": '# 甲\n\n先说。又集体约谈{{ 数("集体约谈", 2023) }}；再说。\n\n'
                         '{{ 指标表(2023) }}\n',
        }  # fmt: skip
        article = render_site(handbook(files)).pages[PAGE].article

        assert ["甲又集体约谈【待填】次；2023年：表"] == [
            item.text_content() for item in article.xpath(".//ul[@class='uses']/li")
        ]
        assert [
            "../../a.html",
            "../../a.html#:~:text=又集体约谈%E3%80%90待填%E3%80%91次",
        ] == article.xpath(".//ul[@class='uses']//a/@href")

    @pytest.mark.parametrize(
        ("line", "clause"),
        [
            ("- 一是**深入**谈，集体约谈CALL、其他多次。", "集体约谈%E3%80%90待填%E3%80%91次"),
            ("| 甲-乙 CALL | 二 |", "甲%2D乙%20%E3%80%90待填%E3%80%91次"),
            ("**约谈**CALL", "约谈%E3%80%90待填%E3%80%91次"),
            ("见[说明](a.md)约谈CALL", "见说明约谈%E3%80%90待填%E3%80%91次"),
        ],
    )
    def test_use_names_the_words_around_the_number(self, handbook, line, clause):
        """The browser looks for words as they are read, within marks of punctuation."""
        call = '{{ 数("集体约谈", 2023) }}'
        head = "| 一 | 二 |\n| --- | --- |\n" if line[0] == "|" else ""
        files = {"docs/a.md": f"# 甲\n\n{head}{line.replace('CALL', call)}\n"}
        article = render_site(handbook(files)).pages[PAGE].article

        assert f"../../a.html#:~:text={clause}" in article.xpath(".//ul[@class='uses']//a/@href")

    def test_no_use(self, shown):
        """A figure that nothing shows says so."""
        assert "还没有页面用到这个数" in shown()

    def test_conflict(self, shown):
        """Both values are there, and who claims each."""
        values = "集体约谈:\n  数值: 3\n  来源: 报告\n"
        text = shown({"data/2023/figures.yml": values, "data/2023/ledgers/talks.csv": TALKS})

        assert "【冲突：填报3次，台账1次】" in text


class TestProblems:
    def test_stand_at_the_definition(self, project):
        """What is wrong on a made page is found where an editor can mend it."""
        long = "指标" * 40
        root = project({"data/figures.yml": definition("局党组会") + definition(long),
                        "data/2023/figures.yml": "局党组会:\n  数值: 1\n  来源: None\n",
                        "docs/index.md": "# 首页\n"})  # fmt: skip

        found = [one for one in run_checks(load_handbook(root)) if one.code == "blank-text"]

        assert ["data/figures.yml:1"] == [str(one.where) for one in found]

    @pytest.mark.parametrize(
        ("name", "title"),
        [('"甲\\"乙"', '甲"乙'), ('"甲}}乙"', "甲））乙"), ('"{{甲"', "（（甲"), ('"`甲`"', "`甲`"),
         ('"甲<b>乙"', "甲＜b＞乙"), ('"*甲*_乙_"', "*甲*_乙_"), ('"甲\\\\乙"', "甲\\乙")],
    )  # fmt: skip
    def test_marks_in_a_name(self, handbook, name, title):
        """A name may hold any mark: its page shows it and calls the macros with it."""
        loaded = handbook(
            {"data/figures.yml": definition(name), "data/2023/figures.yml": "{}\n",
             "docs/index.md": "# 首页\n"}
        )  # fmt: skip
        page = render_site(loaded).pages[next(iter(loaded.figure_paths.values()))]

        assert () == loaded.problems
        assert [] == page.problems
        assert (title, title) == (page.page.title, page.article.findtext("h1"))
        assert "口径：按次计。" in page.article.text_content()
