"""The handbook: figures entered once in data/, traced from row to printed sentence."""


def define_env(env: object) -> None:
    """Entry point of mkdocs-macros-plugin; see `macros.environment`."""
    from macros.environment import define_env as bind

    bind(env)


def on_pre_page_macros(env: object) -> None:
    """Entry point of mkdocs-macros-plugin; see `macros.environment`."""
    from macros.environment import on_pre_page_macros as protect

    protect(env)
