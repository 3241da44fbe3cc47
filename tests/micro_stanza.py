"""Train a very small Stanza model from eight sentences, so that Stanza's real code runs where no models are at hand.

It knows its own sentences by heart, in any order, and analyses all others in valid but unreliable ways. It takes some
fifteen seconds of one processor, asks no network, and prints nothing.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import warnings
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

SENTENCES = """
Mayor NOUN mayor 2 nmod O|Ida PROPN Ida 3 nsubj B-PERSON|Brandt PROPN Brandt 4 flat I-PERSON|said VERB say 0 root O|\
that SCONJ that 8 mark O|the DET the 7 det O|bridge NOUN bridge 8 nsubj O|fell VERB fall 4 ccomp O|. PUNCT . 4 punct O
" PUNCT " 4 punct O|We PRON we 4 nsubj O|will AUX will 4 aux O|rebuild VERB rebuild 7 ccomp O|, PUNCT , 4 punct O|\
" PUNCT " 4 punct O|said VERB say 0 root O|Oskar PROPN Oskar 7 nsubj B-PERSON|Holm PROPN Holm 8 flat I-PERSON|\
. PUNCT . 7 punct O
According VERB accord 4 case O|to ADP to 4 case O|the DET the 4 det O|police NOUN police 7 obl O|, PUNCT , 4 punct O|\
nobody PRON nobody 7 nsubj O|drowned VERB drown 0 root O|. PUNCT . 7 punct O
She PRON she 2 nsubj O|told VERB tell 0 root O|reporters NOUN reporter 2 obj O|that SCONJ that 6 mark O|\
Velm PROPN Velm 6 nsubj B-GPE|needs VERB need 2 ccomp O|help NOUN help 6 obj O|. PUNCT . 2 punct O
The DET the 2 det O|ferry NOUN ferry 3 nsubj O|sank VERB sink 0 root O|on ADP on 5 case O|Monday PROPN Monday 3 obl O|\
. PUNCT . 3 punct O
Radio PROPN Radio 3 nsubj B-ORG|Kelm PROPN Kelm 1 flat I-ORG|reported VERB report 0 root O|that SCONJ that 7 mark O|\
two NUM two 6 nummod O|boats NOUN boat 7 nsubj O|sank VERB sink 3 ccomp O|. PUNCT . 3 punct O
He PRON he 2 nsubj O|denied VERB deny 0 root O|it PRON it 2 obj O|. PUNCT . 2 punct O
" PUNCT " 4 punct O|The DET the 3 det O|dam NOUN dam 4 nsubj O|holds VERB hold 7 ccomp O|, PUNCT , 4 punct O|\
" PUNCT " 4 punct O|said VERB say 0 root O|the DET the 9 det O|minister NOUN minister 7 nsubj O|. PUNCT . 7 punct O
"""
"""A sentence a line; of each word its form, tag, lemma, head, relation and name tag. The first head is put right."""
TEXTS = (
    "Mayor Ida Brandt said that the bridge fell.",
    '"We will rebuild," said Oskar Holm.',
    "According to the police, nobody drowned.",
    "She told reporters that Velm needs help.",
    "The ferry sank on Monday.",
    "Radio Kelm reported that two boats sank.",
    "He denied it.",
    '"The dam holds," said the minister.',
)
PROCESSORS = ("tokenize", "pos", "lemma", "depparse", "ner")


def train(folder: Path) -> Path:
    """Train the models into a folder that Stanza can use as its own, and return it."""
    data = folder / "data"
    data.mkdir(parents=True)
    write_corpus(data)
    with _quiet():
        for processor in PROCESSORS:
            target = folder / "en" / processor
            target.mkdir(parents=True)
            module, arguments = _call(processor, data)
            common = ["--save_dir", str(target), "--save_name", "micro.pt", "--shorthand", "en_micro"]
            import_module(module).main([*arguments, *common])
    entry = {"micro": {"md5": "", "dependencies": []}}
    listed = {"lang_name": "English", "packages": {"default": dict.fromkeys(PROCESSORS, "micro")}}
    resources = {"en": listed | dict.fromkeys(PROCESSORS, entry), "english": {"alias": "en"}, "url": ""}
    (folder / "resources.json").write_text(json.dumps(resources), encoding="utf-8")
    return folder


def write_corpus(data: Path) -> None:
    """Write the corpus as Stanza's programs want it: CoNLL-U, text with labels, and names as JSON."""
    rows, names = [], []
    for text, line in zip(TEXTS, SENTENCES.strip().split("\n"), strict=True):
        words = [word.split() for word in line.split("|")]
        rows += [f"# text = {text}", *_conllu(text, words), ""]
        names.append([{"text": word[0], "ner": word[5]} for word in words])
    (data / "all.conllu").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (data / "all.json").write_text(json.dumps(names), encoding="utf-8")
    with _quiet():
        conllu, plain = str(data / "all.conllu"), str(data / "all.txt")
        import_module("stanza.utils.datasets.conllu_to_text").main([conllu, plain])
        labels = ["-o", str(data / "all.toklabels"), "-m", str(data / "all-mwt.json")]
        import_module("stanza.utils.datasets.prepare_tokenizer_data").main([plain, conllu, *labels])


def _conllu(text: str, words: list[list[str]]) -> list[str]:
    rows, end = [], 0
    for number, (form, tag, lemma, head, relation, _) in enumerate(words, 1):
        start = text.index(form, end)
        end = start + len(form)
        glued = end < len(text) and not text[end].isspace()
        misc = "SpaceAfter=No" if glued else "_"
        rows.append("\t".join([str(number), form, lemma, tag, tag, "_", head, relation, "_", misc]))
    return rows


def _call(processor: str, data: Path) -> tuple[str, list[str]]:
    """Return the program that trains a processor, and what it is called with."""
    conllu = ["--train_file", str(data / "all.conllu"), "--eval_file", str(data / "all.conllu")]
    plain, labels, gold = (str(data / f"all.{ending}") for ending in ("txt", "toklabels", "conllu"))
    texts = ["--txt_file", plain, "--label_file", labels, "--dev_txt_file", plain, "--dev_label_file", labels]
    narrow = [
        "--hidden_dim",
        "32",
        "--char_hidden_dim",
        "32",
        "--char_emb_dim",
        "16",
        "--no_pretrain",
        "--dropout",
        "0",
    ]
    deep = ["--deep_biaff_hidden_dim", "32", "--batch_size", "200", "--lang", "en"]
    names = ["--train_file", str(data / "all.json"), "--eval_file", str(data / "all.json")]
    splitting = ["--dev_conll_gold", gold, "--mwt_json_file", str(data / "all-mwt.json"), "--lang", "en"]
    return {
        "tokenize": (
            "stanza.models.tokenizer",
            [
                *texts,
                *splitting,
                *["--steps", "200", "--eval_steps", "100", "--batch_size", "8", "--dropout", "0", "--no_use_mwt"],
            ],
        ),
        "pos": (
            "stanza.models.tagger",
            [*conllu, *narrow, *deep, *["--max_steps", "80", "--eval_interval", "40"]],
        ),
        "lemma": ("stanza.models.lemmatizer", [*conllu, "--dict_only"]),
        "depparse": (
            "stanza.models.parser",
            [
                *conllu,
                *narrow,
                *deep,
                *[
                    "--deep_biaff_output_dim",
                    "32",
                    "--max_steps",
                    "120",
                    "--eval_interval",
                    "60",
                    "--word_dropout",
                    "0",
                ],
            ],
        ),
        "ner": (
            "stanza.models.ner_tagger",
            [
                *names,
                *narrow,
                *["--word_emb_dim", "32", "--max_steps", "150", "--eval_interval", "50", "--batch_size", "8"],
            ],
        ),
    }[processor]


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Stanza prints, logs and warns of while it trains from the tests' output; use one thread."""
    import torch

    level, threads = logging.root.manager.disable, torch.get_num_threads()
    torch.set_num_threads(1)  # more would only get into each other's way
    logging.disable(logging.CRITICAL)
    try:
        output = io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(level)
        torch.set_num_threads(threads)
