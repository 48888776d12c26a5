from fractions import Fraction

import pytest

from committee.quorum import Quorum


@pytest.mark.parametrize(("appointed", "needed"), [(0, 3), (6, 3), (7, 4), (12, 6), (13, 7)])
def test_quorum_is_half_rounded_up_but_never_under_three(appointed, needed):
    assert Quorum(share=Fraction(1, 2), at_least=3).of(appointed) == needed


def test_quorum_of_a_share_is_exact():
    assert Quorum(share=Fraction(7, 100), at_least=0).of(100) == 7
