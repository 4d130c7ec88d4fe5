"""Prints what another GIFT parser makes of a file: a JSON list of {text, options: [{text, weight}]}.

usage: gift-questions.py FILE.gift
"""
import contextlib
import json
import os
import sys

with open(os.devnull, "w") as nowhere, contextlib.redirect_stderr(nowhere):
    from pygiftparser import parser

    with open(sys.argv[1], encoding="utf-8") as file:
        result = parser.parse(file.read())

print(
    json.dumps(
        [
            {
                "text": question.text,
                "kind": type(question.answer).__name__,
                "options": [
                    {"text": (option.text or "").strip(), "weight": option.percentage}
                    for option in question.answer.options
                ],
            }
            for question in result.questions
        ]
    )
)
