"""See to it that every run plants something in every article, however many there are."""

from collections.abc import Sequence
from random import Random

from scripts.faults.fault import Fault, FaultError, Kind
from scripts.pages.reading import SAID
from scripts.pages.source import all_pages

Drawn = list[tuple[str, Fault]]


def articles() -> list[str]:
    """The pages that are articles: those that say how long they take."""
    return [page.name for page in all_pages() if SAID.search(page.text)]


def in_forgotten_articles(drawn: Drawn, kinds: Sequence[Kind], seed: int) -> Drawn:
    """A fault for each article in which none was drawn, of a kind that has a place there."""
    forgotten = set(articles()) - {fault.path for _, fault in drawn}
    if not forgotten:
        return []
    rng = Random(f"{seed} everywhere")
    places = {kind.name: kind.places(rng) for kind in kinds}
    return [_one_in(article, places, rng) for article in sorted(forgotten)]


def _one_in(article: str, places: dict[str, list[Fault]], rng: Random) -> tuple[str, Fault]:
    """The kind first, then the place: else the kind with most places would have them all."""
    here = {name: [f for f in found if f.path == article] for name, found in places.items()}
    fitting = [name for name, found in here.items() if found]
    if not fitting:
        raise FaultError(f"{article}: no kind of fault has a place in this article")
    name = rng.choice(fitting)
    return name, rng.choice(here[name])
