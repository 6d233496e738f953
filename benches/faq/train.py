"""Learns the weights of src/matcher/weights.rs from FAQs with questions whose entry is known. Needs numpy and scipy.

    cargo bench --bench faq -- looks FOLDER LOOKS        what the index sees of every question
    train.py LOOKS src/matcher/weights.rs                the shipped weights, from all sets
    train.py LOOKS WEIGHTS --leave-out                   a file for each set, learned without its merchant

FOLDER has a folder for each set, named by language (zh_, en_); sets with the same FAQ are one merchant. First the order:
conditional logit over the candidates, questions of the other language at half weight. Then how sure the first one is: logit
over questions of the language alone; a wrong answer to a question in scope counts 0.6 of one to a question out of scope, which
no suggestion can mend; and, in the same way, whether the right one is among the first three. Last what an FAQ's own measure is turned into, fitted on all questions after it.
"""

import json
import os
import sys

import numpy as np
from scipy.optimize import minimize

LANGUAGES = ("zh", "en")
OTHER_LANGUAGE = 0.5
WRONG_IN_SCOPE = 0.6
ORDER_PRIOR = 3e-3
SURE_PRIOR = 1e-2
# As in src/matcher/calibrate.rs.
OWN_PRIOR = 30.0
FACTOR_PRIOR = 4.0
# Logit that is taken off, so that one threshold gives answers of the same quality in both languages.
CAUTION = {"zh": 0.45, "en": -0.05}


class Look:
    """What is seen of one question: candidates as rows, facts of the whole, which row is right."""

    def __init__(self, line):
        self.entries = line["entries"]
        self.values = np.array(line["values"], dtype=float)
        self.facts = np.array(line["facts"], dtype=float)
        self.kind = line["kind"]
        self.in_scope = line["expect"] is not None
        self.right = self.entries.index(line["expect"]) if line["expect"] in self.entries else -1
        self.rows = self.leads() if self.entries else None

    def leads(self):
        values = self.values
        if len(values) == 1:
            others = np.zeros_like(values)
        else:
            ordered = np.sort(values, axis=0)
            others = np.where(values >= ordered[-1], ordered[-2], ordered[-1])
        return np.hstack([values, values - others])


def features(look, order):
    """As in src/matcher/rank.rs."""
    scores = look.rows @ order
    ranked = np.argsort(-scores, kind="stable")
    top = scores[ranked[0]]
    share = 1 / np.exp(scores - top).sum()
    lead = top - scores[ranked[1]] if len(scores) > 1 else 3.0
    known, known_sense, weight, length, entries = look.facts
    facts = [1, min(lead, 8.0), share, np.log(share + 1e-9), top, known, known_sense, np.log1p(length)]
    facts += [np.log(np.clip(entries, 1, 1000)), np.log1p(weight)]
    return np.concatenate([facts, look.rows[ranked[0]]]), ranked[0], look.right in ranked[:3]


def fit_order(looks, weights):
    kept = [(look, weight) for look, weight in zip(looks, weights) if look.right >= 0 and len(look.entries) > 1]
    rows = np.vstack([look.rows for look, _ in kept])
    sizes = np.array([len(look.entries) for look, _ in kept])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    of = np.repeat(np.arange(len(kept)), sizes)
    right = starts + np.array([look.right for look, _ in kept])
    weight = np.array([weight for _, weight in kept])
    weight /= weight.sum()
    spread = rows.std(axis=0) + 1e-9
    rows = rows / spread

    def loss(order):
        scores = rows @ order
        top = np.maximum.reduceat(scores, starts)
        share = np.exp(scores - top[of])
        total = np.add.reduceat(share, starts)
        gradient = rows.T @ (share / total[of] * weight[of]) - rows[right].T @ weight
        value = -(weight * (scores[right] - top - np.log(total))).sum()
        return value + ORDER_PRIOR * order @ order, gradient + 2 * ORDER_PRIOR * order

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return found.x / spread


def logistic(rows, right, weight, prior, mean):
    def loss(weights):
        logits = rows @ weights
        p = 1 / (1 + np.exp(-logits))
        value = (weight * np.logaddexp(0, -np.where(right, logits, -logits))).sum()
        gradient = rows.T @ (weight * (p - right)) + 2 * prior * (weights - mean)
        return value + (prior * (weights - mean) ** 2).sum(), gradient

    return minimize(loss, mean.copy(), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def fit_sure(rows, right, weight):
    spread = rows.std(axis=0) + 1e-9
    spread[0] = 1
    prior = np.full(rows.shape[1], SURE_PRIOR)
    prior[0] *= 0.01
    fitted = logistic(rows / spread, right, weight / weight.sum(), prior, np.zeros(rows.shape[1]))
    return fitted / spread


def fit_line(logits, right, weight, prior):
    rows = np.stack([logits, np.ones_like(logits)], axis=1)
    return logistic(rows, right, weight, prior * np.array([FACTOR_PRIOR, 1.0]), np.array([1.0, 0.0]))


def learn(sets, merchant, language):
    """Weights for one language from some sets."""
    shared = {name: sum(merchant[other] == merchant[name] for other in sets) for name in sets}
    questions = {name: [look for look in looks if look.kind not in ("held", "gone")] for name, looks in sets.items()}
    looks, weights = [], []
    for name, asked in questions.items():
        own = 1.0 if name.startswith(language) else OTHER_LANGUAGE
        in_scope = sum(look.right >= 0 for look in asked)
        looks += asked
        weights += [own / shared[name] / max(1, in_scope)] * len(asked)
    order = fit_order(looks, weights)

    rows, right, shown, weight, plain, seen = [], [], [], [], [], {}
    for name in (name for name in sets if name.startswith(language)):
        seen[name] = []
        count = sum(bool(look.entries) for look in questions[name])
        for look in (look for look in sets[name] if look.entries):
            row, first, among = features(look, order)
            seen[name].append((row, first == look.right, look.kind))
            if look.kind in ("held", "gone"):
                continue
            rows.append(row)
            right.append(first == look.right)
            shown.append(among)
            plain.append(1 / shared[name] / count)
            wrong = look.in_scope and first != look.right
            weight.append((WRONG_IN_SCOPE if wrong else 1.0) / shared[name] / count)
    sure = fit_sure(np.array(rows), np.array(right), np.array(weight))
    among = fit_sure(np.array(rows), np.array(shown), np.array(plain))

    logits, right, weight = [], [], []
    for name, looks in seen.items():
        itself = [(row @ sure, hit) for row, hit, kind in looks if kind in ("held", "gone")]
        tried = np.array([logit for logit, _ in itself])
        hits = np.array([hit for _, hit in itself], dtype=bool)
        own = fit_line(tried, hits, np.ones_like(tried), OWN_PRIOR) if itself else (1.0, 0.0)
        asked = [(own[0] * (row @ sure) + own[1], hit) for row, hit, kind in looks if kind not in ("held", "gone")]
        logits += [logit for logit, _ in asked]
        right += [hit for _, hit in asked]
        weight += [1000 / shared[name] / len(asked)] * len(asked)
    honest = fit_line(np.array(logits), np.array(right), np.array(weight), 0.5)
    honest[1] -= CAUTION[language]
    return {"order": order.tolist(), "sure": sure.tolist(), "among": among.tolist(), "honest": honest.tolist()}


def learn_all(sets, small, merchant):
    return [learn(of, merchant, language) for of in (sets, small) for language in LANGUAGES]


def rust(weights):
    lines = [
        "//! What other FAQs taught: written by `benches/faq/train.py`.",
        "",
        "use super::rank::{Learned, Weights};",
        "",
        "/// For questions in Chinese and in English; then for FAQs of few entries.",
        "#[rustfmt::skip]",
        "pub static SHIPPED: Learned = [",
    ]
    for one in weights:
        lines.append("    Weights {")
        for name in ("order", "sure", "among", "honest"):
            lines.append(f"        {name}: [")
            values = [f"{value:.4f}" for value in one[name]]
            lines += ["            " + ", ".join(values[at : at + 10]) + "," for at in range(0, len(values), 10)]
            lines.append("        ],")
        lines.append("    },")
    return "\n".join(lines + ["];", ""])


def main():
    source, target = sys.argv[1:3]
    names = sorted(name[: -len(".jsonl")] for name in os.listdir(source))
    sets, small, merchant = {}, {}, {}
    for name in names:
        with open(os.path.join(source, name + ".jsonl"), encoding="utf-8") as file:
            merchant[name] = json.loads(next(file))["faq"]
            looks = [Look(json.loads(line)) for line in file]
        sets[name] = [look for look in looks if look.kind != "small"]
        small[name] = [look for look in looks if look.kind == "small"]
    if "--leave-out" not in sys.argv:
        with open(target, "w", encoding="utf-8") as file:
            file.write(rust(learn_all(sets, small, merchant)))
        return
    os.makedirs(target, exist_ok=True)
    for name in names:
        others = [
            {other: looks for other, looks in all_of.items() if merchant[other] != merchant[name]}
            for all_of in (sets, small)
        ]
        with open(os.path.join(target, name + ".json"), "w", encoding="utf-8") as file:
            json.dump(learn_all(*others, merchant), file)


main()
