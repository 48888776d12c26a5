"""What several permissions have in common."""


def only_secretariat(person) -> str | None:
    if person.is_authenticated and person.is_secretariat:
        return None
    return "Only the secretariat may do this."
