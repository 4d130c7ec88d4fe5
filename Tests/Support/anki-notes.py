"""Imports a text file with Anki's own library, and prints the notes: a JSON list of {type, fields, tags, deck, question}.

usage: anki-notes.py FILE.txt
"""
import json
import os
import sys
import tempfile

from anki.collection import Collection
from anki.import_export_pb2 import ImportCsvRequest

with tempfile.TemporaryDirectory() as folder:
    collection = Collection(os.path.join(folder, "collection.anki2"))
    metadata = collection.get_csv_metadata(path=sys.argv[1], delimiter=None)
    collection.import_csv(ImportCsvRequest(path=sys.argv[1], metadata=metadata))
    notes = [collection.get_note(note) for note in sorted(collection.find_notes(""))]
    print(
        json.dumps(
            [
                {
                    "type": note.note_type()["name"],
                    "fields": note.fields,
                    "tags": note.tags,
                    "deck": collection.decks.name(note.cards()[0].did),
                    "question": note.cards()[0].question(),
                }
                for note in notes
            ]
        )
    )
    collection.close()
