"""mkdocs.yml 只用登记过的设置，值也照登记的写。

这个文件能让网站运行别的程序、读别的文件、向外站取东西；多一项设置都要经技术员审核，
写进本检查的登记表。

依据：安全要求。

不通过：

    mkdocs.yml：
    strict: false

通过：

    mkdocs.yml：
    strict: true
"""

import re
from collections.abc import Callable, Iterator, Mapping

from macros import paths
from macros.problems import Problem, ProblemsFound, Severity
from macros.rendering.allowed_html import is_outside
from macros.rendering.document import EXTENSIONS
from macros.rendering.site import RenderedSite
from macros.sources.yaml_file import Document, KeyPath, read_yaml

RULE = "SEC-06"
CODE = "site-config"
SEVERITIES = (Severity.FAULT,)

BUILT_IN = ("fenced_code", "tables", "toc")
"""Extensions that MkDocs turns on by itself."""


def text(value: object) -> bool:
    """Whether it is a text without HTML."""
    return isinstance(value, str) and not re.search(r"<[a-zA-Z/!?]", value)


def own_address(value: object) -> bool:
    """Whether it is the address of a website."""
    return isinstance(value, str) and bool(re.fullmatch(r"(?:https?://[^\s<>\"'@]+)?", value))


def own_file(value: object) -> bool:
    """Whether it names a file of this project."""
    return isinstance(value, str) and not is_outside(value) and ".." not in value


def words(value: object) -> bool:
    """Whether it is made of texts, truth values, lists and mappings only."""
    if isinstance(value, dict):
        return all(words(item) for item in value.values())
    if isinstance(value, list):
        return all(words(item) for item in value)
    return isinstance(value, bool) or text(value)


WARNINGS = {
    "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
    "links": {
        "not_found": "warn",
        "anchors": "warn",
        "absolute_links": "warn",
        "unrecognized_links": "warn",
    },
}
SETTINGS: Mapping[str, object] = {
    "site_name": text,
    "site_description": text,
    "site_author": text,
    "site_url": own_address,
    "copyright": text,
    "docs_dir": "docs",
    "site_dir": "site",
    "use_directory_urls": False,
    "strict": True,
    "watch": [own_file],
    "hooks": ["macros/environment/hooks.py"],
    "theme": {
        "name": "material",
        "language": "zh",
        "custom_dir": "overrides",
        "font": False,
        "icon": words,
        "palette": words,
        "features": words,
    },
    "extra": {"generator": False},
    "extra_css": [own_file],
    "extra_javascript": [own_file],
    "plugins": {
        "macros": {
            "module_name": "macros",
            "on_undefined": "strict",
            "on_error_fail": True,
            "verbose": False,
        },
    },
    "markdown_extensions": EXTENSIONS,
    "validation": WARNINGS,
    "nav": lambda value: True,
}
"""What each setting must be: a value, the settings below it, or a function that accepts it.

A function in a list accepts each item. Values must be there; what functions accept may be left out.
"""

HINT = "网站设置由技术员维护；改动须经审核。"


def check(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each setting that is unknown, missing or not as registered."""
    try:
        document = read_yaml(site.handbook.root / paths.CONFIG, paths.CONFIG)
    except ProblemsFound as error:
        yield from error.problems
        return
    if not isinstance(document.value, dict):
        yield Problem(document.where(), CODE, "设置应当是一组键值", HINT)
        return
    yield from _compare(document, document.value, SETTINGS, ())


def _compare(
    document: Document, value: object, allowed: object, path: KeyPath
) -> Iterator[Problem]:
    if isinstance(allowed, Mapping):
        items = _items(value)
        if items is not None:
            yield from _compare_items(document, items, allowed, path)
            return
        is_good = False
    elif isinstance(allowed, Callable):
        is_good = allowed(value)
    elif _is_list_of(allowed) and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _compare(document, item, allowed[0], (*path, index))
        return
    else:
        is_good = value == allowed and type(value) is type(allowed)
    if not is_good:
        name = next((step for step in reversed(path) if isinstance(step, str)), "")
        fact = f"设置“{name}”的值不是登记的值"
        yield Problem(document.where(*path), CODE, fact, f"{_expected(allowed)}{HINT}")


def _compare_items(
    document: Document,
    items: Mapping[str, tuple[KeyPath, object]],
    allowed: Mapping[str, object],
    path: KeyPath,
) -> Iterator[Problem]:
    for name, (steps, value) in items.items():
        if name in allowed:
            yield from _compare(document, value, allowed[name], (*path, *steps))
        else:
            hint = f"删去这一项。登记过的：{'、'.join(allowed)}。{HINT}"
            yield Problem(document.where(*path, *steps), CODE, f"没有登记的设置“{name}”", hint)
    for name, value in allowed.items():
        is_optional = isinstance(value, Callable) or (name in BUILT_IN and not value)
        if name not in items and not is_optional:
            hint = f"补上“{name}”。{_expected(value)}{HINT}"
            yield Problem(document.where(*path), CODE, f"缺少设置“{name}”", hint)


def _is_list_of(allowed: object) -> bool:
    return isinstance(allowed, list) and isinstance(allowed[0], Callable)


def _items(value: object) -> dict[str, tuple[KeyPath, object]] | None:
    """Return settings by name, with place and value: a mapping, or a list of names with options.

    None if it is neither.
    """
    if isinstance(value, dict):
        return {name: ((name,), item) for name, item in value.items()}
    items: dict[str, tuple[KeyPath, object]] = {}
    for index, entry in enumerate(value if isinstance(value, list) else [None]):
        named = {entry: {}} if isinstance(entry, str) else entry
        if not isinstance(named, dict) or set(named) & set(items):
            return None
        items |= {name: ((index, name), item or {}) for name, item in named.items()}
    return items


def _expected(allowed: object) -> str:
    if isinstance(allowed, Callable | Mapping) or _is_list_of(allowed):
        return ""
    shown = str(allowed).lower() if isinstance(allowed, bool) else allowed
    return f"应当是 {shown}。"
