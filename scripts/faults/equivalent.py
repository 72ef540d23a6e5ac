"""Mutants that no test can catch, because they compute the same: each listed with its reason."""

import tomllib
from pathlib import Path

from scripts.faults.fault import FaultError
from scripts.faults.mutations import Mutant

LIST = Path(__file__).with_name("equivalent.toml")

Key = tuple[str, str, str]


def listed(file: Path = LIST) -> dict[Key, str]:
    """The reason of each: its module, its lines before, and its lines after."""
    entries = tomllib.loads(file.read_text(encoding="utf-8")).get("equivalent", [])
    if unexplained := [entry for entry in entries if not entry.get("reason", "").strip()]:
        raise FaultError(f"{file.name}: an entry has no reason: {unexplained[0]}")
    return {
        (entry["module"], entry["before"], entry["after"]): entry["reason"] for entry in entries
    }


def key(mutant: Mutant) -> Key:
    return mutant.fault.path, mutant.before, mutant.after


def worth_trying(mutants: list[Mutant], reasons: dict[Key, str]) -> list[Mutant]:
    """Those that are not listed; an entry that fits none has outlived the code it speaks of."""
    if stale := set(reasons) - {key(mutant) for mutant in mutants}:
        module, before, after = min(stale)
        raise FaultError(f"equivalent.toml: no mutant of {module} makes of {before!r} {after!r}")
    return [mutant for mutant in mutants if key(mutant) not in reasons]
