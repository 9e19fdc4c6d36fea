"""What the tests of validation start from."""

import pytest

from tests.validation.made_up import Statements, small_vocabulary, valid_report


@pytest.fixture
def report() -> Statements:
    return valid_report()


@pytest.fixture
def vocabulary() -> Statements:
    return small_vocabulary()
