"""What is kept in a process: the last so many, and no more."""

from committee.kept import Kept


def test_what_was_put_is_got_again():
    kept = Kept(room=2)
    kept.put("a", 1)

    assert (kept.get("a"), kept.get("b")) == (1, None)


def test_what_was_used_last_stays():
    kept = Kept(room=2)
    kept.put("a", 1)
    kept.put("b", 2)
    kept.get("a")
    kept.put("c", 3)

    assert [kept.get(key) for key in "abc"] == [1, None, 3]


def test_all_can_be_forgotten():
    kept = Kept(room=2)
    kept.put("a", 1)

    kept.clear()

    assert kept.get("a") is None
