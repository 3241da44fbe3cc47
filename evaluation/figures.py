"""From the scorers' results to the rows of the tables, in percent."""

from __future__ import annotations

from typing import Any

from .reliability import Bin

Result = dict[str, Any]


def percent(share: float | None) -> float | None:
    """Return a share in percent, `None` where there is none.

    >>> percent(0.5), percent(None)
    (50.0, None)
    """
    return None if share is None else 100 * share


def polnear_row(system: str, result: Result) -> Result:
    """Return the row of one system on PolNeAR."""
    direct, mixed, indirect, everything = (result[kind] for kind in ("direct", "mixed", "indirect", "all"))
    return {
        "system": system,
        "direct_token": percent(direct["token"]["f"]),
        "direct_overlap": percent(direct["overlap"]["f"]),
        "direct_exact": percent(direct["exact"]["f"]),
        "direct_attr": percent(direct["attr_token"]["f"]),
        "mixed_token": percent(mixed["token"]["f"]),
        "mixed_recall": percent(mixed["overlap"]["r"]),
        "indirect_token": percent(indirect["token"]["f"]),
        "speech_recall": percent(result["indirect/speech"]["overlap"]["r"]),
        "all_token": percent(everything["token"]["f"]),
        "all_attr": percent(everything["attr_token"]["f"]),
    }


def speakers_row(system: str, result: Result) -> Result:
    """Return the row of one system on PolNeAR's speakers."""
    return {
        "system": system,
        "direct_spk": percent(result["direct"]["spk"]),
        "direct_spk_recall": percent(result["direct"]["spkR"]),
        "all_spk": percent(result["all"]["spk"]),
        "all_spk_recall": percent(result["all"]["spkR"]),
    }


def events_row(system: str, result: Result) -> Result:
    """Return the row of one system on the quotes of events; alarms are per hundred predictions already."""
    direct, everything, found = result["quotes"]["direct"], result["quotes"]["all"], result["found"]
    return {
        "system": system,
        **{f"found_{key}": percent(found[key]) for key in "prf"},
        "direct_recall": percent(direct["recall"]),
        "direct_exact": percent(direct["exact"]),
        **{key: percent(everything[key]) for key in ("source", "speaker", "chain")},
        "alarms": result["alarms"],
    }


def statements_row(system: str, result: Result) -> Result:
    """Return the row of one system on the statements of events."""
    return {
        "system": system,
        **{f"links_{key}": percent(result["links"][key]) for key in "prf"},
        "verdict": percent(result["verdict"]),
        **{f"diverge_{key}": percent(result["diverge"][key]) for key in "prf"},
        "why": percent(result["why"]),
        "only_f": percent(result["only-in"]["f"]),
    }


def reliability_row(each: Bin) -> Result:
    """Return the row of one bin of confidence."""
    return {
        "range": f"{each.low:.1f} to {each.high:.1f}",
        "quotes": each.quotes,
        "confidence": percent(each.confidence),
        "found": percent(each.found),
        "both_right": percent(each.both_right),
    }
