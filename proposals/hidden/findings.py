"""What is found: one sentence for each kind of thing, and whether it could be taken out."""

from dataclasses import dataclass, field


@dataclass
class Findings:
    """Sentences in the order in which they were found, each kind once."""

    told: dict[str, dict] = field(default_factory=dict)

    def stop(self, name: str, words: str) -> None:
        """Something that a person must take out."""
        self.told.setdefault(name, {"name": name, "words": words, "is_removed": False})

    def removed(self, name: str, words: str) -> None:
        """Something that the public copy does not have."""
        self.told.setdefault(name, {"name": name, "words": words, "is_removed": True})

    @property
    def as_list(self) -> list[dict]:
        return list(self.told.values())

    @property
    def stops(self) -> bool:
        return any(not found["is_removed"] for found in self.told.values())
