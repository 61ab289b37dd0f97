"""The catalog of checks: complete, documented, and every example in it is true."""

import re

import pytest

from macros.checks import CHECKS
from macros.checks.run import run_checks
from macros.handbook import load_handbook
from macros.problems import Severity
from tests.checks.examples import examples

CATALOG = {
    "FIG": 7, "NUM": 6, "PUN": 4, "STR": 6, "REF": 3, "TIME": 5, "TERM": 3, "LEN": 1, "SEC": 1,
    "MEAS": 1,
}  # fmt: skip
"""How many rules of each kind the research lists."""

RULE_ID = re.compile(r"[A-Z]+-[0-9]{2}")


@pytest.mark.parametrize("example", examples(), ids=str)
def test_example(example, tmp_path):
    """
    A passing example is silent under all checks; a failing one gives its code and no other.
    """
    example.write(tmp_path)
    found = run_checks(load_handbook(tmp_path))
    if example.passes:
        assert [] == [f"{one.where} {one.code} {one.fact}" for one in found]
    else:
        assert {example.module.CODE} == {one.code for one in found}, found
        assert {one.severity for one in found} <= set(example.module.SEVERITIES)


@pytest.mark.parametrize("module", CHECKS, ids=lambda module: module.CODE)
def test_entry(module):
    """
    Each check has id, severity, source, and an example of either kind.
    """
    assert all(RULE_ID.fullmatch(rule) for rule in module.RULE.split())
    assert all(isinstance(one, Severity) for one in module.SEVERITIES)
    assert re.search(r"^依据：\S", module.__doc__, re.MULTILINE)
    assert {True, False} == {one.passes for one in examples() if one.module is module}


def test_catalog_is_complete():
    """
    Every rule of the research is some check's; no two checks share a code.
    """
    rules = {rule for module in CHECKS for rule in module.RULE.split()}
    wanted = {f"{kind}-{number:02}" for kind, last in CATALOG.items()
              for number in range(1, last + 1)}  # fmt: skip
    assert set() == wanted - rules
    assert len(CHECKS) == len({module.CODE for module in CHECKS})
