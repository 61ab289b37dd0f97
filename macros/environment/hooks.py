"""Hooks of MkDocs, named in `mkdocs.yml`: pages as they are, folders in the navigation, search."""

import re
from functools import partial
from itertools import groupby, pairwise
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.environment import missing_page
from macros.environment.content import Content, content_of
from macros.environment.menu import SideMenu
from macros.environment.page import NOTHING, HandbookPage
from macros.environment.partials import KeptPartials
from macros.environment.policy import script_hashes, with_policy, write_policy
from macros.environment.reuse import note_output, take_over
from macros.environment.templates import CompiledTemplates, WithoutIndent, joined_globals
from macros.rendering.figure_cards import cards
from macros.rendering.navigation import crowded_pages, expand, page_titles, side_pages
from macros.rendering.redirects import write_redirects
from macros.search.writing import write_index
from macros.sources.cache import digest

UNUSED = re.compile(r"assets/(?:javascripts|stylesheets)/(?:lunr/|workers/|.+\.map$)")
"""Files of the theme that no page loads: its own search, and maps to its source."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give MkDocs the rendered pages, and the navigation with folders replaced by their pages."""
    for file in [file for file in files if UNUSED.match(file.src_uri)]:
        files.remove(file)
    content = content_of(config)
    rendered, titles = content.site.pages, dict(page_titles(config.nav))
    for name, page in rendered.items():
        if page.page.figure:
            files.append(File.generated(config, name, content=page.page.file.text))
    pages = {file.src_uri: file for file in files.documentation_pages()}
    for name, file in pages.items():
        HandbookPage(titles.get(name), rendered[name], file, config)
    side = side_pages(pages)
    crowded = crowded_pages(config.nav or [], pages.keys() - side.keys())
    content.leaders = side | crowded
    content.rows = [list(row) for _, row in groupby(crowded, crowded.get)]
    for name in content.leaders:
        pages[name].inclusion = InclusionLevel.NOT_IN_NAV
    if config.nav:
        config.nav = expand(config.nav, pages.keys() - content.leaders.keys())
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Place the pages outside the menu; take over those that come out as in the old site."""
    content = content_of(config)
    content.nav, content.files = nav, files
    _place(content, files)
    take_over(content, nav, config, files)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Have small templates, those compiled before, and one for pages that are there already."""
    content = content_of(config)
    content.templates = env
    env.make_globals = partial(joined_globals, env)
    env.add_extension(WithoutIndent)
    env.bytecode_cache = CompiledTemplates(content.site.handbook.cache)
    ours = [SideMenu(env).loader(), KeptPartials(env).loader(), DictLoader({NOTHING: ""})]
    env.loader = ChoiceLoader([*ours, env.loader])
    return env


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Write the policy into pages that are no page of the handbook, as the one for errors."""
    if not template_name.endswith(".html"):
        return output_content
    if template_name == missing_page.NAME:
        overrides = Path(config.theme.custom_dir)
        output_content = missing_page.with_search_of_site(output_content, overrides)
    hashes = list(script_hashes(output_content))
    content_of(config).scripts.update(hashes)
    return with_policy(output_content, hashes)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Write the policy into a page, and remember what it was made from."""
    if not output:
        return output
    hashes = list(script_hashes(output))
    note_output(content_of(config), page, hashes)
    return with_policy(output, hashes)


def on_post_build(config: MkDocsConfig) -> None:
    """Write what scripts read, the index and the cards of the figures, and the redirects."""
    content, folder = content_of(config), Path(config.site_dir)
    handbook = content.site.handbook
    write_index(content.site, content.outputs)
    for path in write_redirects(handbook.redirects, folder):
        page = path.read_text("utf-8")
        path.write_text(with_policy(page, script_hashes(page)), "utf-8")
    for path, script in cards(handbook):
        made_from = digest(script)
        if content.outputs.take_over(path, made_from) is None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(script.encode("utf-8"))
            content.outputs.note(path, made_from)
    write_policy(folder, content.scripts)


def _place(content: Content, files: Files) -> None:
    """Let a page outside the menu stand below the page that leads to it, and beside its like."""
    pages = {file.src_uri: file.page for file in files.documentation_pages()}
    for name, leader in content.leaders.items():
        pages[name].parent = pages.get(leader)
    for row in (content.site.handbook.figure_paths.values(), *content.rows):
        for name, following in pairwise(row):
            pages[name].next_page = pages[following]
            pages[following].previous_page = pages[name]
