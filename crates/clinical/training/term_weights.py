#!/usr/bin/env python3
"""Learns how readily a word of a consultation is taken over into the clinician's note.

Reads the CC BY sets (PriMock57, MTS-Dialog, ACI-Bench), every second record by id (the tuning half), and writes one
line a word: the word, a tab, the weight in hundredths. The weight is the log odds, smoothed, that a record which has
the word in its dialogue also has it in its note, less the log odds over all words. Only words of at least MIN_RECORDS
records are kept, so no sentence and no person can be read back.

    python3 term_weights.py ../../../../shared/data > ../data/term_weights.tsv
"""
import glob
import json
import math
import re
import sys
from collections import Counter

MIN_RECORDS = 6
WORD = re.compile(r"[a-z]{3,}")
STOP = set(
    "the and but for with that this these those they them their there then than you your yours yeah yes not are was were "
    "been being have has had having did does doing done will would can could should may might must just like know mean "
    "really kind sort okay well what when where which who whom why how all any some one two its his her him she our out "
    "off into from about over under again also because until while she's it's i'm very too only other others such here "
    "got get gets getting going gonna see say says said think thing things lot bit little much many more most way now "
    "right sure good great fine thank thanks sorry please let make made take took put want need use used".split()
)


def records(root):
    """Yields (dialogue, note) of the tuning halves."""
    for path in sorted(glob.glob(f"{root}/transcripts/primock57/*.json"))[::2]:
        data = json.load(open(path, encoding="utf-8"))
        yield " ".join(t["text"] for t in data["turns"]), data["note"]
    for data in sorted(json.load(open(f"{root}/notes/mts-dialog-train.json", encoding="utf-8")), key=lambda d: str(d["id"]))[::2]:
        yield data["dialogue"], data["section_text"]
    for data in sorted(json.load(open(f"{root}/notes/aci-bench-train.json", encoding="utf-8")), key=lambda d: str(d["id"]))[::2]:
        yield " ".join(t["text"] for t in data["turns"]), data["note"]


def main():
    said, kept = Counter(), Counter()
    for dialogue, note in records(sys.argv[1]):
        spoken = set(WORD.findall(dialogue.lower())) - STOP
        written = set(WORD.findall(note.lower()))
        said.update(spoken)
        kept.update(spoken & written)
    total = math.log(sum(kept.values()) / (sum(said.values()) - sum(kept.values())))
    print("# Weight of a word for a note, in hundredths of log odds. Made by training/term_weights.py from the tuning")
    print("# halves of PriMock57 (Papadopoulos Korfiatis et al., ACL 2022), MTS-Dialog (Ben Abacha et al., EACL 2023)")
    print("# and ACI-Bench (Yim et al., Scientific Data 2023), all CC BY 4.0. Words only; no text of the sets.")
    for word in sorted(said):
        if said[word] >= MIN_RECORDS:
            odds = math.log((kept[word] + 1.0) / (said[word] - kept[word] + 1.0))
            print(f"{word}\t{round(100 * (odds - total))}")


main()
