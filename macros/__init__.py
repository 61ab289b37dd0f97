"""The handbook: figures entered once in data/, traced from row to printed sentence."""


def define_env(env: object) -> None:
    """Entry point of mkdocs-macros-plugin; see `macros.environment`."""
    from macros import environment

    environment.define_env(env)
