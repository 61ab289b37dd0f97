"""The catalog of checks: complete, documented, and every example in it is true."""

import re

import pytest

from macros.checks import CHECKS
from macros.checks.run import run_checks
from macros.handbook import load_handbook
from macros.problems import Severity
from tests.checks.examples import examples

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
