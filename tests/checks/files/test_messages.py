"""What editors read about files, names, the menu and the settings: one mistake, two lines."""

import pytest

from macros.checks.files import (
    file_name,
    image,
    navigation,
    override,
    published_file,
    root_file,
    same_url,
    site_config,
    symbolic_link,
)
from macros.handbook import load_handbook
from macros.problems import as_text
from macros.rendering.site import render_site
from tests.conftest import REPOSITORY, SMALL_MKDOCS

MESSAGES = [
    pytest.param(
        file_name, "docs/约谈 办法.md", "# 约谈\n",
        ["docs/约谈 办法.md:1: 错误 文件名里有空格 [file-name]",
         "    怎么改：换成 - 或删去；用汉字、字母、数字、- 和 _。"],
        id="space",
    ),
    pytest.param(
        published_file, "docs/~$台账.xlsx", "",
        ["docs/~$台账.xlsx:1: 错误 “~$台账.xlsx”像是临时文件或隐藏文件 [published-file]",
         "    怎么改：删去这个文件；里面有密码、密钥的，立即更换密码、密钥。"],
        id="junk",
    ),
    pytest.param(
        published_file, "overrides/a.py", "",
        ["overrides/a.py:1: 错误 “a.py”不是这里能公开的文件 [published-file]",
         "    怎么改：删去它或移到别处；这里只放模板、样式、图和脚本。能放的："
         ".css .gif .html .ico .jpeg .jpg .js .json .png .svg .webp .woff2。"],
        id="program",
    ),
    pytest.param(
        same_url, "docs/INDEX.md", "# 首页\n",
        ["docs/index.md:1: 错误 与 docs/INDEX.md 的网址相同，或只有大小写不同 [same-url]",
         "    怎么改：给其中一个换一个名称，或把两个页面合成一个。"],
        id="case",
    ),
    pytest.param(
        image, "docs/files/a.png", "甲",
        ["docs/files/a.png:1: 错误 不是 .png 格式的图片 [image]",
         "    怎么改：用看图软件另存为 PNG 或 JPG，扩展名与格式一致。"],
        id="picture",
    ),
    pytest.param(
        root_file, "main.py", "",
        ["main.py:1: 错误 最上面一层有程序文件“main.py” [root-file]",
         "    怎么改：删去它；确实需要的程序由技术员放进 macros/。"],
        id="root",
    ),
    pytest.param(
        override, "overrides/main.html", "\n<script>a</script>\n",
        ["overrides/main.html:2: 错误 有写在模板里的脚本“<script>” [override]",
         "    怎么改：删去它；需要的文件放进 overrides/assets/，用相对路径引用。"],
        id="script",
    ),
    pytest.param(
        navigation, "mkdocs.yml", SMALL_MKDOCS + "  - 约谈: talk.md\n",
        [f"mkdocs.yml:{SMALL_MKDOCS.count(chr(10)) + 1}: "
         "错误 菜单里的“talk.md”没有页面 [navigation]",
         "    怎么改：写 docs 里的页面，如 reports/2023.md，或以 / 结尾的文件夹。"],
        id="menu",
    ),
    pytest.param(
        site_config, "mkdocs.yml", "site_dir: www\n" + SMALL_MKDOCS.replace("site_dir: site\n", ""),
        ["mkdocs.yml:1: 错误 设置“site_dir”的值不是登记的值 [site-config]",
         "    怎么改：应当是 site。网站设置由技术员维护；改动须经审核。"],
        id="setting",
    ),
    pytest.param(
        site_config, "mkdocs.yml", SMALL_MKDOCS.replace("strict: true\n", ""),
        [f"mkdocs.yml:{SMALL_MKDOCS.split(chr(10)).index('site_name: 机关手册') + 1}: "
         "错误 缺少设置“strict” [site-config]",
         "    怎么改：补上“strict”。应当是 true。网站设置由技术员维护；改动须经审核。"],
        id="missing setting",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("check", "name", "content", "lines"), MESSAGES)
def test_message(handbook, check, name, content, lines):
    """What stands where, and what to do."""
    assert lines == as_text(check.check(render_site(handbook({name: content}))))


def test_symbolic_link(project):
    """A link is named, whatever it leads to."""
    root = project()
    (root / "docs/a.pdf").symlink_to("nowhere")

    assert ["docs/a.pdf:1: 错误 这是一个符号链接 [symbolic-link]",
            "    怎么改：删去这个链接；需要的文件复制进来。",
            ] == as_text(symbolic_link.check(render_site(load_handbook(root))))  # fmt: skip


def test_settings_and_templates_of_this_project():
    """The real settings and templates are what these checks register."""
    site = render_site(load_handbook(REPOSITORY))
    checks = (site_config, override, root_file, symbolic_link)

    assert [] == [str(found.where) for check in checks for found in check.check(site)]
