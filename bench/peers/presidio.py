"""Redacts texts with Presidio: all its recognizers, with the words around a value.

Reads a JSON list of texts, writes a JSON object: `version`, `recognizers`, `seconds`, `redacted`. There is no model for names:
none comes with a package. Words are split by spaCy's blank pipeline for English, with their own form as lemma.
"""

import json
import logging
import sys
import time

import presidio_analyzer.predefined_recognizers as predefined
import spacy
import tldextract
from importlib.metadata import version
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, LocalRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from spacy.language import Language

logging.disable(logging.CRITICAL)
THRESHOLD = 0.4
# the list of domains that comes with the package: a bench asks nobody on the way
tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=())


@Language.component("own_lemma")
def own_lemma(doc):
    for token in doc:
        token.lemma_ = token.lower_
    return doc


class BlankEngine(SpacyNlpEngine):
    def __init__(self):
        super().__init__(models=[{"lang_code": "en", "model_name": "blank"}])
        pipeline = spacy.blank("en")
        pipeline.add_pipe("own_lemma")
        self.nlp = {"en": pipeline}

    def load(self):
        pass


def recognizers():
    """Every recognizer that works from patterns alone, whatever language it is meant for."""
    for name in sorted(dir(predefined)):
        kind = getattr(predefined, name)
        if not isinstance(kind, type) or not issubclass(kind, EntityRecognizer) or kind in (EntityRecognizer, LocalRecognizer):
            continue
        try:
            yield kind(supported_language="en")
        except Exception:  # those that ask a service or a model
            continue


registry = RecognizerRegistry(recognizers=list(recognizers()), supported_languages=["en"])
analyzer = AnalyzerEngine(registry=registry, nlp_engine=BlankEngine(), supported_languages=["en"])


def redact(text):
    found = sorted(analyzer.analyze(text=text, language="en", score_threshold=THRESHOLD), key=lambda one: one.start)
    parts, position = [], 0
    for one in found:
        if one.end <= position:
            continue
        parts += [text[position : max(position, one.start)], f"<{one.entity_type}>"]
        position = one.end
    return "".join(parts) + text[position:]


texts = json.load(sys.stdin)
redact("warm up")
started = time.perf_counter()
redacted = [redact(text) for text in texts]
seconds = time.perf_counter() - started
json.dump(
    {
        "version": version("presidio-analyzer"),
        "recognizers": len(registry.recognizers),
        "seconds": seconds,
        "redacted": redacted,
    },
    sys.stdout,
)
