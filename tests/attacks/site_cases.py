"""N and E: links, files, names, settings and templates of the site."""

import struct
import zlib
from pathlib import Path

from tests.attacks.case import CONFIG, PAGE, Case, config, file, page, whole_page

PLAIN = {PAGE: "# 学习情况\n\n正文。\n"}
OUTSIDE = {"outside/secret.md": "# 外面\n"}
NAV = "  - 其他: ./\n"
MACROS = "      module_name: macros\n"


def _png(width: int, height: int) -> bytes:
    """Return a picture of one color, small however many pixels it has."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (struct.pack(">I", len(content)) + kind + content
                + struct.pack(">I", zlib.crc32(kind + content)))  # fmt: skip

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IEND", b"")


LINKS = (
    page("N02", "本页没有的标题", "见[下文](#没有)。"),
    page("N03", "别页没有的标题", "见[首页](index.md#没有)。"),
    page("N04a", "没有的页面", "见[约谈](talks.md)。"),
    page("N04b", "引用式链接", "见[约谈][甲]。\n\n[甲]: talks.md", line=5),
    page("N04c", "只有大小写不同", "见[首页](Index.md)。"),
    page("N04d", "指到 docs 外面", "见[数据](../data/2023/figures.yml)。"),
    whole_page("N04e", "页首之后的行号",
               "---\ntitle: 学习\n---\n# 学习\n\n见[约谈](talks.md)。\n", line=6),
    page("N05", "以 / 开头", "见[首页](/index.md)。"),
    page("N06a", "指到文件夹", "见[约谈](talks/)。"),
    page("N06b", "指到网页文件", "见[首页](index.html)。"),
    page("N07", "没有的图片", "![图](a.png)"),
    page("N07b", "有的图片和标题",
         "![图](files/a.png)\n\n## 办法 一\n\n见[上文](#办法-一)和[首页](index.md#首页)。",
         files={"docs/files/a.png": _png(9, 9)}, expect="accept", at=""),
    page("N07c", "代码里的链接不查", "写 `[约谈](talks.md)`。", expect="accept", at=""),
)  # fmt: skip

PAGES = (
    whole_page("N21", "GBK 的页面", "# 学习\n".encode("gbk"), line=1),
    whole_page("N22", "带 UTF-8 标记和页首",
               b"\xef\xbb\xbf" + "---\ntitle: 学习\n---\n# 学习\n".encode(),
               expect="accept", at=""),
    whole_page("N23", "空页面", "", line=1),
    whole_page("N23b", "只有空白的页面", "\n \n\n", line=1),
    whole_page("N24", "页首写错", "---\ntitle: [学习\n---\n# 学习\n", line=2),
    whole_page("N24b", "页首不认识的键",
               "---\ntitle: 学习\ntemplate: evil.html\n---\n# 学习\n", line=3),
    whole_page("N24c", "页首的键重复", "---\ntitle: 学习\ntitle: 约谈\n---\n# 学习\n", line=3),
    whole_page("N24d", "页首是空的", "---\n---\n# 学习\n\n---\n", line=1),
    whole_page("N25", "页首没有收尾", "---\ntitle: 学习\n# 学习\n", line=1),
    whole_page("N27a", "标题重名", "# 学习\n\n## 办法\n\n甲。\n\n## 办法\n", line=7),
    whole_page("N27b", "只差标点的标题", "# 学习\n\n## 办法：\n\n## 办法\n", line=5),
    whole_page("N27c", "两个一级标题", "# 学习\n\n# 约谈\n", line=3),
    whole_page("N27d", "跳了一级", "# 学习\n\n### 办法\n", line=3),
    whole_page("N27e", "没有一级标题", "正文。\n", line=1),
    whole_page("N27f", "用下划线写标题", "# 学习\n\n办法\n---\n", line=4),
    whole_page("N27g", "没有字的标题", "# 学习\n\n## ！\n", line=3),
    page("N28a", "多一格", "| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |", line=5),
    page("N28b", "少一格", "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n| 3 |", line=6),
    page("N28c", "分隔行少一格", "| 甲 | 乙 |\n|---|\n| 1 | 2 |", line=4),
    page("N28d", "没有分隔行", "| 甲 | 乙 |\n| 1 | 2 |"),
    page("N28e", "表格紧跟着文字", "如下：\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", line=4),
    page("N28f", "文字紧跟着表格", "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n以上。", line=6),
    page("N28g", "代码和转义里的竖线，宏",
         '| 甲 | 乙 |\n|---|---|\n| `a|b` | c\\|d |\n| {{ 数("局党组会", 2023) }} | 无 |',
         expect="accept", at=""),
    page("N29", "UTF-16 的页面", "", files={PAGE: "# 学习\n".encode("utf-16")}, line=1),
    page("N39a", "块宏写在句子里", "如下：{{ 指标表(2023) }}"),
    page("N39b", "块宏缩进", "正文。\n\n    {{ 指标表(2023) }}", line=5),
    page("N39c", "块宏前面没有空行", "正文。\n{{ 指标表(2023) }}", line=4),
    page("N39d", "块宏独占一行", "{{ 指标表(2023) }}\n\n正文。", expect="accept", at=""),
    page("N40a", "成千上万个方括号", "[" * 9000),
    page("N40b", "成千上万层列表", "1. " * 900),
    page("N41", "反引号没有成对", "运行 `handbook check 再提交。"),
)  # fmt: skip

NAVIGATION = (
    config("N01", "菜单指向没有的页面", NAV, "  - 约谈: talks.md\n" + NAV, files=PLAIN),
    config("N08", "页面不在菜单里", NAV, "", files=PLAIN, at=PAGE),
    config("N08b", "菜单指向空文件夹", NAV, "  - 约谈: talks/\n" + NAV, files=PLAIN),
    config("N08c", "菜单里写了两次", NAV, "  - 又是首页: index.md\n" + NAV, files=PLAIN),
    config("N08d", "菜单里的程序链接", NAV, "  - 约谈: javascript:alert(8)\n" + NAV, files=PLAIN),
    config("N08e", "菜单里的标签", NAV, "  - <b>约谈</b>: ./\n", files=PLAIN),
)  # fmt: skip

NAMES = (
    file("N09", "只有大小写不同", "docs/case.md", "# 学习\n", files={"docs/Case.md": "# 学习\n"}),
    file("N10", "index.md 与 README.md", "docs/index.md", "# 首页\n",
         files={"docs/README.md": "# 首页\n"}),
    file("N11", "同一个网址", "docs/case/index.md", "# 学习\n", files=PLAIN, at=PAGE),
    file("N12", "文件名有空格", "docs/学习 情况.md", "# 学习\n"),
    file("N13", "中文文件名", "docs/学习情况.md", "# 学习情况\n", expect="accept", at=""),
    file("N14", "文件名太长", f"docs/{'长' * 70}.md", "# 长\n"),
    file("N14b", "路径太长", "docs/" + "folder-of-a-long-name/" * 9 + "a.md", "# 长\n"),
    file("N15a", "Windows 保留名", "docs/con.md", "# 学习\n"),
    file("N15b", "Windows 保留名", "docs/COM1.md", "# 学习\n"),
    file("N15c", "文件夹末尾的点", "docs/学习./a.md", "# 学习\n", at="docs/学习."),
    file("N16a", "冒号", "docs/学习:情况.md", "# 学习\n"),
    file("N16b", "问号", "docs/学习?.md", "# 学习\n"),
    file("N16c", "井号", "docs/学习#一.md", "# 学习\n"),
    file("N16d", "换行", "docs/学\n习.md", "# 学习\n"),
    file("N16e", "零宽空格", "docs/学\u200b习.md", "# 学习\n"),
    file("N16f", "数据文件夹里的问号", "data/2023/ledgers/a?.csv", "编号\n"),
)  # fmt: skip

FILES = (
    file("N17", "链到外面的文件", "docs/link.txt", Path("/etc/hostname"), must_not=("localhost",)),
    file("N17b", "页面是链接", "docs/link.md", Path("../outside/secret.md"), files=OUTSIDE,
         must_not=("外面",)),
    file("N17c", "数据是链接", "data/terms.yml", Path("/etc/passwd")),
    file("N17d", "年份文件夹是链接", "data/2024", Path("2023")),
    file("N18", "链到外面的文件夹", "docs/ext", Path("../outside"), files=OUTSIDE,
         must_not=("外面",)),
    file("N19", "断的链接", "docs/dead.txt", Path("没有")),
    file("N20a", "成环的链接", "docs/loop", Path()),
    file("N20b", "指向自己", "docs/self.md", Path("self.md")),
    file("N20c", "模板文件夹里的环", "overrides/loop", Path("..")),
    *(file(f"N26-{index}", "不该公开的文件", f"docs/{name}")
      for index, name in enumerate(
          ["~$台账.xlsx", "Thumbs.db", "约谈.md.bak", ".env", "id_rsa", ".DS_Store", ".git/config",
           "台账.xlsx", "a.exe", "notes.txt", "._学习.md", "templates/a.md", "学习.MD"])),
    file("N26-x", "供下载的文件", "docs/files/台账样表.xlsx", b"PK", expect="accept", at=""),
    file("E14a", "图片太大", "docs/files/a.png", _png(9, 9) + b"\0" * 2_100_000),
    file("E14b", "像素太多", "docs/files/a.png", _png(30_000, 30_000)),
    file("E14c", "不是图片", "docs/files/a.png", b"<script>alert(1)</script>"),
    file("E14d", "不是图片", "docs/files/a.jpg", b"\xff\xd8\xff"),
    file("N36a", "最上层的程序", "main.py", "def define_env(env):\n    raise SystemExit\n"),
    file("N36b", "最上层的程序", "run.bat", "del /s\n"),
    file("N37a", "模板里的脚本", "overrides/main.html",
         "{% extends \"base.html\" %}\n<script>a</script>\n",
         at="overrides/main.html:2"),
    file("N37b", "模板引用外站", "overrides/main.html", '<link href="https://evil.example/a.css">\n',
         at="overrides/main.html:1"),
    file("N37c", "模板里的 onload", "overrides/main.html", "<p>\n<img src=a onload=b>\n",
         at="overrides/main.html:2"),
    file("N37d", "模板引入别的文件", "overrides/main.html", '{% include "/etc/passwd" %}\n',
         at="overrides/main.html:1"),
    file("N37e", "样式引用外站", "overrides/assets/a.css",
         "p {\n  background: url(//evil.example/a)\n}\n",
         at="overrides/assets/a.css:2"),
    file("N37f", "样式引入样式", "docs/a.css", '@import "b.css";\n', at="docs/a.css:1"),
    file("N37g", "规矩的模板", "overrides/main.html",
         '{% extends "base.html" %}\n{% include "partials/header.html" %}\n',
         expect="accept", at=""),
)  # fmt: skip

SETTINGS = (
    config("N30", "引入没有的数据", MACROS, MACROS + "      include_yaml: [data/none.yml]\n"),
    config("N31", "引入两份数据", MACROS, MACROS + "      include_yaml: [data/b.yml]\n",
           files={"data/b.yml": "会议: [9]\n"}),
    file("N32", "多出来的数据文件", "data/b.yml", "局党组会:\n  数值: 99\n", must_not=("99次",)),
    config("N33", "拼错的设置", "strict: true", "stirct: true"),
    config("N33b", "不严格", "strict: true", "strict: false"),
    config("N34", "设置写两次", "strict: true\n", "strict: true\nstrict: true\n"),
    config("N35a", "带进程序", "hooks: [macros/environment/hooks.py]", "hooks: [evil.py]",
           files={"evil.py": "raise SystemExit\n"}),
    config("N35b", "多一个插件", "  - macros:\n", "  - exec\n  - macros:\n"),
    config("N35c", "多一个扩展", "  - admonition\n", "  - pymdownx.snippets\n  - admonition\n"),
    config("N35d", "执行程序的标签", "strict: true", "strict: !!python/name:os.system true"),
    config("N35e", "另一个模板文件夹", "  custom_dir: overrides", "  custom_dir: docs"),
    config("N35f", "外站字体", "  font: false", "  font: {text: Roboto}"),
    config("N35g", "外站样式", "extra_css:\n", "extra_css:\n  - https://evil.example/a.css\n"),
    config("N35h", "代码仓库", "strict: true\n", "strict: true\nrepo_url: https://github.com/a/b\n"),
    config("N35i", "生成到别处", "site_dir: site", "site_dir: /srv/data"),
    config("N35j", "继承别的设置", "strict: true\n", "strict: true\nINHERIT: ../a.yml\n"),
    Case("N35k", "设置是空的", {CONFIG: "# 空\n"}, at=CONFIG),
    Case("N35l", "设置不是键值", {CONFIG: "- a\n"}, at=CONFIG),
    Case("N35m", "设置不是 UTF-8", {CONFIG: "site_name: 手册\n".encode("gbk")}, at=CONFIG),
    file("N38", "数据里冒充页面", "data/page.yml", "title: 学习\n"),
    file("N38b", "台账名写错", "data/2023/ledgers/meeting.csv", "编号\n"),
    file("N38c", "年份文件夹写错", "data/20023/year.yml", "年份: 2023\n"),
)  # fmt: skip

CASES = (*LINKS, *PAGES, *NAVIGATION, *NAMES, *FILES, *SETTINGS)
