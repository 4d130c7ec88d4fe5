"""Prints what Moodle's importer takes from its XML: a JSON list of questions; ends with an error where it would complain.

usage: moodle-questions.py FILE.xml

The structure is that of Moodle's question/format/xml/format.php: which elements it looks at, how it trims and cleans.
"""
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

TEXT_FORMATS = {"moodle_auto_format", "html", "plain_text", "wiki_like", "markdown"}
TYPES = {"multichoice", "truefalse", "shortanswer", "essay"}
LONGEST_NAME = 255


def text(element, path="text"):
    """Moodle trims whatever it takes as text; what is not there is empty."""
    return (element.findtext(path) or "").strip()


def formatted(element, name):
    """A text with its format, which stands in an attribute of the element around it."""
    found = element.find(name)
    if found is None:
        return {"text": "", "format": "html"}
    kind = found.get("format", "html")
    assert kind in TEXT_FORMATS, f"unknown text format {kind}"
    return {"text": text(found), "format": kind}


def fraction(answer):
    value = float(answer.get("fraction", "0"))
    assert 0 <= value <= 100, f"fraction {value}"
    return value


def answers(question, kind):
    result = []
    for answer in question.findall("answer"):
        value = text(answer)
        if kind == "truefalse":
            assert value in ("true", "false"), f"neither true nor false: {value}"
        if kind == "shortanswer":
            assert not re.search(r"(?<!\\)\*", value), f"stands for any text: {value}"
            value = value.replace("\\*", "*")
        assert value, "a blank answer"
        result.append({"text": value, "fraction": fraction(answer), "feedback": formatted(answer, "feedback")["text"]})
    if kind != "essay":
        assert max(answer["fraction"] for answer in result) == 100, "no answer is wholly right"
    return result


def flag(question, name):
    """None where the element is missing."""
    value = question.findtext(name)
    assert value in (None, "0", "1", "true", "false"), f"{name}: {value}"
    return None if value is None else value in ("1", "true")


def category(path):
    """A slash parts names, two of them stand for one in a name."""
    return [name.replace("//", "/").strip() for name in re.split(r"(?<!/)/(?!/)", path)]


def read(question, place):
    kind = question.get("type")
    assert kind in TYPES, f"unknown type {kind}"
    name = text(question, "name/text")
    assert 0 < len(name) <= LONGEST_NAME, "a name of no or too many characters"
    asked = formatted(question, "questiontext")
    assert asked["text"], "no text"
    return {
        "type": kind,
        "category": place,
        "name": name,
        "text": asked["text"],
        "format": asked["format"],
        "feedback": formatted(question, "generalfeedback")["text"],
        "single": flag(question, "single"),
        "shuffle": flag(question, "shuffleanswers"),
        "caseMatters": flag(question, "usecase"),
        "answers": answers(question, kind),
        "graderInfo": formatted(question, "graderinfo")["text"],
        "tags": [text(tag) for tag in question.findall("tags/tag")],
    }


quiz = ElementTree.parse(sys.argv[1]).getroot()
assert quiz.tag == "quiz", quiz.tag
place, questions = [], []
for element in quiz.findall("question"):
    if element.get("type") == "category":
        place = category(text(element, "category/text"))
    else:
        questions.append(read(element, place))
print(json.dumps(questions))
