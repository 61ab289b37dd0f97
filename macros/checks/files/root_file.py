"""项目最上面一层不放程序文件，程序都在 macros/ 里。

最上面一层的 main.py、conftest.py 之类会在生成网站或运行测试时自动执行，没有人审核。

依据：安全要求；程序的改动须经技术员审核。

不通过：

    main.py：
    print(1)

通过：

    macros/main.py：
    print(1)
"""

from collections.abc import Iterator
from pathlib import Path

from macros.problems import Problem, Severity, Where
from macros.rendering.site import RenderedSite

RULE = "SEC-05"
CODE = "root-file"
SEVERITIES = (Severity.FAULT,)

PROGRAMS = frozenset(
    {".py", ".pyc", ".pyd", ".so", ".pth", ".sh", ".bat", ".cmd", ".ps1", ".js", ".exe", ".vbs"}
)


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each program beside the folders of the project."""
    for path in sorted(Path(site.handbook.root).iterdir()):
        if path.suffix.lower() in PROGRAMS:
            fact = f"最上面一层有程序文件“{path.name}”"
            hint = "删去它；确实需要的程序由技术员放进 macros/。"
            yield Problem(Where(path.name), CODE, fact, hint)
