"""One page of the site that is shown, made again ahead of all the rest."""

from pathlib import Path

from mkdocs.commands.build import get_context

from macros import paths
from macros.environment.content import Content
from macros.environment.page import HandbookPage
from macros.environment.policy import script_hashes, with_policy
from macros.handbook import load_page
from macros.rendering.site import RenderedPage, render_site


def retouch(content: Content, changed: set[Path], folder: Path) -> bool:
    """Put the one page that was saved into a site; return whether it could be done.

    Not if more than a page was saved, or something is wrong with it. The menu, the search and
    what other pages tell of this one stay as they were, until the whole site is made.

    Args:
        content: what the site in `folder` was made from.
        changed: the files that an editor's program has touched, temporary ones included.
    """
    rendered = _saved_page(content, changed)
    if rendered is None:
        return False
    name = content.files.get_file_from_path(rendered.page.path).dest_uri
    content.outputs.made.pop(name, None)
    target = folder / name
    new = target.with_suffix(".new")
    new.write_text(_shown(content, rendered), "utf-8")
    new.replace(target)  # the old file may be the same as in an older site
    return True


def _saved_page(content: Content, changed: set[Path]) -> RenderedPage | None:
    handbook = content.site.handbook
    left = [path for path in changed if path.exists()]
    docs = handbook.root / paths.DOCS
    if len(left) != 1 or docs not in left[0].parents:
        return None
    name = left[0].relative_to(docs).as_posix()
    saved = load_page(handbook, name) if name in handbook.pages else None
    if saved is None:
        return None
    rendered = render_site(saved).pages[name]
    return None if rendered.problems else rendered


def _shown(content: Content, rendered: RenderedPage) -> str:
    page: HandbookPage = content.files.get_file_from_path(rendered.page.path).page
    page.show(rendered)
    page.read_source(page.config)
    page.render(page.config, content.files)
    template = content.templates.get_template("main.html")
    page.active = True
    try:
        context = get_context(content.nav, content.files, page.config, page)
        output = template.render(context)
        return with_policy(output, script_hashes(output))
    finally:
        page.active = False
