from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """What a check found: ``got`` of ``target``. To find nothing to test is to fall short."""

    got: int
    target: int
    what: str
    ok: bool | None = None  # None: got all of the target

    @property
    def holds(self) -> bool:
        return self.target > 0 and (self.got == self.target if self.ok is None else self.ok)

    def line(self, name: str) -> str:
        return f"{name} {self.got}/{self.target} {self.what}"
