"""Trains the network of clinical::risk::reading and writes ../data/risk_network.safetensors.

all-MiniLM-L6-v2 (Apache-2.0) is trained further on the labelled conversations of ../tests/risk that are for training. Four
outputs, each whether a conversation is at least mild, moderate, high, critical. How a conversation becomes tokens must be
what src/risk/reading.rs does: change both together. It runs on the processor, about forty minutes a run on two cores.
Afterwards choose the thresholds in src/risk/weigh.rs anew, with examples/risk_channels.rs on the parts that are for validation.
Samples are drawn by chance: another run gives weights of the same kind, not the same. The weights at hand are the mean of
two runs of this program and of one of its forerunner, which had not seen training_x, training_z, training_aa and
training_ab.

    python3 -m venv VENV && VENV/bin/pip install jax==0.10.2 tokenizers==0.23.3 safetensors==0.8.0 numpy
    VENV/bin/python risk_network.py FOLDER_OF_all-MiniLM-L6-v2

FOLDER holds model.safetensors and tokenizer.json. ../data/word_pieces.txt is that model's vocab.txt.
"""

import json
import math
import random
import re
import sys
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer

HERE = Path(__file__).parent
PARTS = HERE.parent / "tests/risk"
OUT = HERE.parent / "data/risk_network.safetensors"
LEVELS = ["none", "mild", "moderate", "high", "critical"]
# Measured and never trained on; and what thresholds are chosen on.
HELD_OUT = ["held_out", "examination"]
VALIDATION = ["training_b", "training_l", "training_y"]
# Single plain statements: each is also trained on among ordinary talk, since the other parts are seldom plain.
PLAIN = ["training_v", "training_w"]
# Kinds of conversations without anything that could be taken for danger: other words can stand among theirs.
ORDINARY = ("ordinary", "everyday")
# Sentences of such a message, at most.
MESSAGE = 7

LONGEST, ASSISTANT, LEAST = 160, 40, 8
START, END = 101, 102
LAYERS, WIDTH, HEADS = 6, 384, 12
EPOCHS, BATCH, RATE, DECAY, WARM_UP, DROPPED = 3, 32, 8e-5, 0.01, 0.08, 0.1
# What is kept is the mean over about the last hundred steps.
MEAN = 0.99
# How much each output counts. High against what is less is what an alarm turns on.
OUTPUTS = jnp.array([0.5, 0.5, 1.0, 0.5])

# The weights kept are the mean of several runs: they hear what is new better than each run does (Wortsman et al. 2022).
SEEDS = [7, 23, 41]

chance = random.Random(SEEDS[0])


class Reader:
    """Text as the program reads it."""

    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        rust = (HERE.parent / "src/risk/reading.rs").read_text()
        self.pictures = dict(re.findall(r"\('(.)\ufe0f?', \"(\w+)\"\)", rust))
        self.known = {}

    def pieces(self, text):
        if text not in self.known:
            plain = text[:4000].translate({0x2018: "'", 0x2019: "'"})
            words = "".join(f" {self.pictures[c]} " if c in self.pictures else c for c in plain)
            self.known[text] = self.tokenizer.encode(words, add_special_tokens=False).ids
        return self.known[text]

    def tokens(self, turns):
        """The newest turns that there is room for: pieces, and whose they are (0 the speaker, 1 the assistant)."""
        read, room = [], LONGEST - 1
        for role, text in reversed(turns):
            pieces = self.pieces(text)
            pieces = (pieces[-ASSISTANT:] if role == "assistant" else pieces) + [END]
            if not read and role == "user" and len(pieces) > room:
                pieces = pieces[: room - 1] + [END]
            pieces = pieces[-room:]
            read = [(piece, int(role == "assistant")) for piece in pieces] + read
            room -= len(pieces)
            if room < LEAST:
                break
        read = [(START, 0)] + read
        return [piece for piece, _ in read], [kind for _, kind in read]


def turns_of(case):
    return [(turn["role"], turn["text"]) for turn in case["turns"]]


def ends_of(turns):
    return [at + 1 for at, (role, _) in enumerate(turns) if role == "user"]


def slip(text):
    """One slip of the finger in about forty letters."""
    letters = list(text)
    for _ in range(max(1, len(letters) // 40)):
        at = chance.randrange(len(letters)) if letters else 0
        if not letters or not letters[at].isalpha():
            continue
        if chance.random() < 0.5:
            letters.pop(at)
        elif at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters) or "a"


def sentences(text):
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if sentence]


def in_ordinary_message(said, carrier):
    """What was said, somewhere between the sentences of an ordinary message, in about as many words as are read at once."""
    around = sentences(carrier)
    around = around[: max(1, MESSAGE - len(sentences(said)))]
    at = chance.randrange(len(around) + 1)
    return " ".join(around[:at] + [said] + around[at:])


def among_ordinary_talk(turns, level, quiet, ordinary):
    """Ordinary talk before, after or in the same message leaves a conversation as grave as it is."""
    other = turns_of(chance.choice(quiet))
    other = other[: ends_of(other)[-1]]
    where = chance.random()
    if where < 0.25:
        return other + turns
    if where < 0.4 and level:
        return turns + other
    carrier = turns_of(chance.choice(ordinary))[-1][1]
    return turns[:-1] + [("user", in_ordinary_message(turns[-1][1], carrier))]


def samples(cases):
    """Conversations with their level and weight, some of them changed in ways that do not change the level."""
    quiet = [case for case in cases if case["level"] == "none"]
    ordinary = [case for case in quiet if case["kind"].startswith(ORDINARY) and case["turns"][-1]["role"] == "user"]
    drawn = []
    for case in cases:
        turns, level = turns_of(case), LEVELS.index(case["level"])
        ends = ends_of(turns)
        if not ends:
            continue
        if level == 0:
            # What is none was none all along.
            drawn += [(turns[:end], 0, 0.5) for end in ends[:-1] if chance.random() < 0.2]
        whole = turns[: ends[-1]]
        drawn.append((whole, level, 1.0))
        short = case["part"] in PLAIN or len(whole) == 1 and len(sentences(whole[-1][1])) <= 2
        for _ in range(2 if case["part"] in PLAIN else int(chance.random() < (0.4 if short else 0.2))):
            drawn.append((among_ordinary_talk(whole, level, quiet, ordinary), level, 0.7))
        said = lambda change: [(role, change(text) if role == "user" else text) for role, text in whole]
        if chance.random() < 0.15:
            drawn.append((said(lambda text: re.sub(r"""[.,!?'"]""", "", text)), level, 0.5))
        if chance.random() < 0.1:
            drawn.append((said(slip), level, 0.5))
    return drawn


def start_from(folder, seed):
    weights = load_file(folder / "model.safetensors")
    table = lambda name: jnp.asarray(weights[name], jnp.float32)
    linear = lambda name: {"w": table(f"{name}.weight").T, "b": table(f"{name}.bias")}
    norm = lambda name: {"g": table(f"{name}.weight"), "b": table(f"{name}.bias")}
    layer = lambda name: {
        "q": linear(f"{name}.attention.self.query"),
        "k": linear(f"{name}.attention.self.key"),
        "v": linear(f"{name}.attention.self.value"),
        "o": linear(f"{name}.attention.output.dense"),
        "ln1": norm(f"{name}.attention.output.LayerNorm"),
        "f1": linear(f"{name}.intermediate.dense"),
        "f2": linear(f"{name}.output.dense"),
        "ln2": norm(f"{name}.output.LayerNorm"),
    }
    return {
        "word": table("embeddings.word_embeddings.weight"),
        "pos": table("embeddings.position_embeddings.weight")[:LONGEST],
        "type": table("embeddings.token_type_embeddings.weight"),
        "eln": norm("embeddings.LayerNorm"),
        "layers": [layer(f"encoder.layer.{at}") for at in range(LAYERS)],
        "head": {
            "w": jnp.asarray(np.random.RandomState(seed).randn(2 * WIDTH, 4) * 0.02, jnp.float32),
            "b": jnp.zeros(4),
        },
    }


def normal(x, norm):
    mean = x.mean(-1, keepdims=True)
    spread = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / jnp.sqrt(spread + 1e-12) * norm["g"] + norm["b"]


def forward(net, pieces, kinds, mask, key=None):
    keys = iter([] if key is None else jax.random.split(key, 2 * LAYERS + 2))

    def drop(x):
        if key is None:
            return x
        return x * jax.random.bernoulli(next(keys), 1 - DROPPED, x.shape) / (1 - DROPPED)

    count, length = pieces.shape
    linear = lambda x, part: x @ part["w"] + part["b"]
    heads = lambda x: x.reshape(count, length, HEADS, WIDTH // HEADS).transpose(0, 2, 1, 3)
    x = drop(normal(net["word"][pieces] + net["pos"][None, :length] + net["type"][kinds], net["eln"]))
    unseen = (mask - 1)[:, None, None, :] * 1e9
    for layer in net["layers"]:
        q, k, v = (heads(linear(x, layer[part])) for part in "qkv")
        seen = jax.nn.softmax(q @ k.transpose(0, 1, 3, 2) / math.sqrt(WIDTH // HEADS) + unseen, -1) @ v
        seen = seen.transpose(0, 2, 1, 3).reshape(count, length, WIDTH)
        x = normal(x + drop(linear(seen, layer["o"])), layer["ln1"])
        x = normal(x + drop(linear(jax.nn.gelu(linear(x, layer["f1"])), layer["f2"])), layer["ln2"])
    there = mask[:, :, None]
    mean = (x * there).sum(1) / there.sum(1)
    most = jnp.where(there > 0, x, -1e9).max(1)
    return linear(drop(jnp.concatenate([mean, most], -1)), net["head"])


def loss(net, pieces, kinds, mask, levels, weights, key):
    odds = forward(net, pieces, kinds, mask, key)
    # Labels are one person's: none is held for quite certain.
    wanted = (levels[:, None] >= jnp.arange(1, 5)) * 0.98 + 0.01
    each = jnp.maximum(odds, 0) - odds * wanted + jnp.log1p(jnp.exp(-jnp.abs(odds)))
    return ((each * OUTPUTS).sum(-1) * weights).sum() / weights.sum()


@jax.jit
def update(state, step, rate, batch, key):
    """One step of Adam with decay of the weights (Loshchilov & Hutter 2019)."""
    net, first, second, mean = state
    value, slope = jax.value_and_grad(loss)(net, *batch, key)
    length = jnp.sqrt(sum(jnp.sum(x * x) for x in jax.tree.leaves(slope)))
    slope = jax.tree.map(lambda x: x * jnp.minimum(1, 1 / length), slope)
    first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, slope)
    second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, slope)
    onward = lambda w, m, v: w - rate * (
        (m / (1 - 0.9**step)) / (jnp.sqrt(v / (1 - 0.999**step)) + 1e-8) + DECAY * w
    )
    net = jax.tree.map(onward, net, first, second)
    mean = jax.tree.map(lambda m, w: MEAN * m + (1 - MEAN) * w, mean, net)
    return (net, first, second, mean), value


def padded(batch):
    length = next(size for size in (32, 48, 64, 96, 128, LONGEST) if max(len(s[0][0]) for s in batch) <= size)
    pieces, kinds = np.zeros((2, len(batch), length), np.int32)
    mask = np.zeros((len(batch), length), np.float32)
    for row, ((read, whose), _, _) in enumerate(batch):
        pieces[row, : len(read)], kinds[row, : len(read)], mask[row, : len(read)] = read, whose, 1
    return pieces, kinds, mask, np.array([s[1] for s in batch]), np.array([s[2] for s in batch], np.float32)


def batches(reader, cases):
    """All samples in batches of like length, in an order drawn anew."""
    drawn = samples(cases)
    chance.shuffle(drawn)
    drawn = [(reader.tokens(turns), level, weight) for turns, level, weight in drawn]
    for at in range(0, len(drawn), BATCH * 16):
        near = sorted(drawn[at : at + BATCH * 16], key=lambda s: len(s[0][0]))
        some = [near[first : first + BATCH] for first in range(0, len(near), BATCH)]
        chance.shuffle(some)
        yield from (batch for batch in some if len(batch) == BATCH)


def save(net):
    tables = {}
    for path, value in jax.tree_util.tree_flatten_with_path(net)[0]:
        name = ".".join(str(getattr(part, "key", getattr(part, "idx", part))) for part in path)
        value = np.asarray(value, np.float32)
        if name == "word" or name.endswith(".w"):
            value = value if name == "word" else np.ascontiguousarray(value.T)
            scale = (np.abs(value).max(1) / 127).clip(1e-12).astype(np.float32)
            tables[name + ".scale"] = scale
            value = np.round(value / scale[:, None]).clip(-127, 127).astype(np.int8)
        tables[name] = np.ascontiguousarray(value)
    save_file(tables, OUT)


def train(reader, folder, cases, seed):
    global chance
    chance = random.Random(seed)
    net = start_from(folder, seed)
    nothing = jax.tree.map(jnp.zeros_like, net)
    state, step, key = (net, nothing, nothing, net), 0, jax.random.PRNGKey(seed)
    steps = EPOCHS * (len(samples(cases)) // BATCH)
    for epoch in range(EPOCHS):
        losses = []
        for batch in batches(reader, cases):
            step += 1
            rate = RATE * min(1, step / (WARM_UP * steps)) * max(0.02, 1 - step / steps)
            key, now = jax.random.split(key)
            state, value = update(state, float(step), rate, padded(batch), now)
            losses.append(float(value))
        print(f"seed {seed}, epoch {epoch + 1}: loss {sum(losses) / len(losses):.4f}", flush=True)
    return state[3]


def main():
    folder = Path(sys.argv[1])
    cases = []
    for part in sorted(PARTS.glob("*.json")):
        if part.stem not in HELD_OUT + VALIDATION:
            cases += [{**case, "part": part.stem} for case in json.loads(part.read_text())["conversations"]]
    reader = Reader(folder)
    nets = [train(reader, folder, cases, seed) for seed in SEEDS]
    save(jax.tree.map(lambda *each: sum(each) / len(each), *nets))


main()
