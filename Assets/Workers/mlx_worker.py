"""Runs a language model with mlx_lm for testlet: one JSON object a line in, one JSON object a line out.

In:  {"id", "op": "load", "model", "download"}      a directory, or a name in the hub's cache; may it be downloaded?
     {"id", "op": "download", "model"}              brings a model to the hub's cache
     {"id", "op": "generate", "messages", "schema", "max_tokens", "temperature", "seed"}
     {"id", "op": "count", "text"}                  how many tokens is it?
     {"id", "op": "cancel", "target"}               stops the request of that id
     {"id", "op": "ping"}                           answered at once, whatever else is going on
Out: {"id", "event": "progress", "done", "total"}   bytes of a download
     {"id", "event": "ready", "context", "constrains"}
     {"id", "event": "delta", "text"}
     {"id", "event": "done", "finish", "prompt", "cached", "output"}
     {"id", "event": "counted", "tokens"}
     {"id", "event": "pong"}
     {"id", "event": "error", "kind", "detail", ...}

It ends when its standard input does.
"""

import json
import os
import queue
import sys
import threading
import traceback

# Nothing is imported from the folder that testlet happens to be started in.
sys.path = [folder for folder in sys.path if folder]

# Weights, configuration and tokenizer; no code.
MODEL_FILES = ["*.json", "*.safetensors", "*.txt", "*.jsonl", "*.jinja", "*.tiktoken", "*.model"]

# Tokens of a prompt that are read between two looks at whether the request was cancelled.
PREFILL_STEP = 512


class Failure(Exception):
    """A failure that testlet tells apart from others."""

    def __init__(self, kind, detail="", **fields):
        super().__init__(detail)
        self.fields = {"kind": kind, "detail": detail, **fields}


class Cancelled(Exception):
    """The request was cancelled."""


class Wire:
    """The protocol's own ends of standard input and output: what else is printed goes to standard error."""

    def __init__(self):
        self.input = os.fdopen(os.dup(0), "r", encoding="utf-8", errors="replace", newline="\n")
        self.output = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(2, 1)
        self.lock = threading.Lock()

    def send(self, request, event, **fields):
        with self.lock:
            self.output.write(json.dumps({"id": request, "event": event, **fields}) + "\n")
            self.output.flush()


class Requests:
    """What testlet asks for, in order; pings and cancellations are seen to while a request is being served."""

    def __init__(self, wire):
        self.wire = wire
        self.waiting = queue.SimpleQueue()
        self.current = 0
        self.cancelled = set()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.wire.input:
            request = json.loads(line)
            if request["op"] == "ping":
                self.wire.send(request["id"], "pong")
            elif request["op"] == "cancel" and request["target"] >= self.current:
                self.cancelled.add(request["target"])
            elif request["op"] != "cancel":
                self.waiting.put(request)
        os._exit(0)

    def begin(self, number):
        """Notes which request is served now; those before it can't be cancelled any longer."""
        self.current = number
        self.cancelled = {other for other in self.cancelled if other >= number}

    def check(self, number):
        if number in self.cancelled:
            raise Cancelled


class Hub:
    """Models in the hub's cache on this machine, and, where that is allowed, on the hub."""

    def __init__(self, requests):
        self.requests = requests

    def folder(self, name, number, may_download):
        """Where a model is, downloaded if it has to be."""
        if os.path.isdir(os.path.expanduser(name)):
            return os.path.expanduser(name)
        import huggingface_hub
        from huggingface_hub import errors

        try:
            try:
                return huggingface_hub.snapshot_download(name, allow_patterns=MODEL_FILES, local_files_only=True)
            except errors.LocalEntryNotFoundError:
                if not may_download:
                    raise
            return self.download(name, number)
        except (errors.LocalEntryNotFoundError, errors.RepositoryNotFoundError, errors.HFValidationError) as error:
            raise Failure("missing", str(error), model=name) from error

    def download(self, name, number):
        import fnmatch

        import huggingface_hub

        files = huggingface_hub.model_info(name, files_metadata=True).siblings
        wanted = [file for file in files if any(fnmatch.fnmatch(file.rfilename, mask) for mask in MODEL_FILES)]
        total = sum(file.size or 0 for file in wanted)
        ended = threading.Event()
        watcher = threading.Thread(target=self.watch, args=(name, number, total, ended))
        watcher.start()
        try:
            return huggingface_hub.snapshot_download(name, allow_patterns=MODEL_FILES)
        finally:
            ended.set()
            watcher.join()

    def watch(self, name, number, total, ended):
        """Tells how much is there, twice a second."""
        from huggingface_hub import constants

        blobs = os.path.join(constants.HF_HUB_CACHE, "models--" + name.replace("/", "--"), "blobs")
        while not ended.wait(0.5):
            self.requests.wire.send(number, "progress", done=min(self.size(blobs), total), total=total)

    @staticmethod
    def size(folder):
        try:
            return sum(entry.stat().st_size for entry in os.scandir(folder))
        except OSError:
            return 0


class Prefix:
    """What the model computed of the last prompt, kept for one that begins in the same way."""

    def __init__(self, model):
        self.model = model
        self.tokens = []
        self.layers = None

    def reuse(self, prompt):
        """Cuts what is kept to what the prompt has in common with it, and gives the length of that."""
        from mlx_lm.models import cache

        common = 0
        # The last token is always computed: what follows it is to be known.
        for kept, wanted in zip(self.tokens, prompt[:-1]):
            if kept != wanted:
                break
            common += 1
        length = getattr(self.layers[0], "offset", None) if self.layers else None
        if common and length is not None and length >= common and cache.can_trim_prompt_cache(self.layers):
            if length > common:
                cache.trim_prompt_cache(self.layers, length - common)
        else:
            common = 0
            self.layers = cache.make_prompt_cache(self.model)
        self.tokens = prompt[:common]
        return common

    def keep(self, tokens):
        """Notes what was read and written since; the last tokens may not have been computed."""
        self.tokens = tokens[: getattr(self.layers[0], "offset", 0)]


class Grammar:
    """Lets the model write only what follows a schema, with llguidance."""

    def __init__(self, tokenizer, schema):
        import llguidance

        rules = llguidance.LLMatcher.grammar_from_json_schema(
            json.dumps(schema), defaults={"whitespace_flexible": False}
        )
        self.matcher = llguidance.LLMatcher(tokenizer, rules)
        self.seen = None
        if self.matcher.is_error():
            raise Failure("schema", self.matcher.get_error())

    def __call__(self, tokens, logits):
        import mlx.core as mx
        import numpy as np

        written = [] if self.seen is None else tokens[self.seen :].tolist()
        self.seen = len(tokens)
        # After the last bracket nothing may follow, and the mask lets only the end of the answer pass.
        if not self.matcher.is_stopped() and not self.matcher.consume_tokens(written):
            raise Failure("failed", self.matcher.get_error())
        allowed = np.unpackbits(np.frombuffer(self.matcher.compute_bitmask(), np.uint8), bitorder="little")
        mask = np.zeros(logits.shape[-1], bool)
        mask[: len(allowed)] = allowed[: len(mask)]
        return mx.where(mx.array(mask), logits, -mx.inf)


class Model:
    """A model that was loaded."""

    def __init__(self, folder):
        from mlx_lm import load

        self.model, self.tokenizer = load(folder)
        with open(os.path.join(folder, "config.json"), encoding="utf-8") as file:
            config = json.load(file)
        self.context = config.get("max_position_embeddings") or config.get("text_config", {}).get(
            "max_position_embeddings"
        )
        self.prefix = Prefix(self.model)
        self.guide = self.guidance()

    def guidance(self):
        """The tokenizer as llguidance wants it; None where that can't be used."""
        try:
            import llguidance.hf

            return llguidance.hf.from_tokenizer(self.tokenizer._tokenizer)
        except Exception:
            traceback.print_exc()
            return None

    def prompt(self, messages):
        tokenizer = self.tokenizer
        if not getattr(tokenizer, "chat_template", None):
            return tokenizer.encode("\n\n".join(message["content"] for message in messages) + "\n\n")
        options = {"add_generation_prompt": True, "tokenize": True, "return_dict": False, "enable_thinking": False}
        try:
            return list(tokenizer.apply_chat_template(messages, **options))
        except Exception:
            if len(messages) < 2 or messages[0]["role"] != "system":
                raise
            # Some templates know no system turn.
            joined = {"role": messages[1]["role"], "content": messages[0]["content"] + "\n\n" + messages[1]["content"]}
            return list(tokenizer.apply_chat_template([joined] + messages[2:], **options))

    def count(self, text):
        return len(self.tokenizer.encode(text, add_special_tokens=False))

    def generate(self, request, requests):
        import mlx.core as mx
        from mlx_lm import stream_generate
        from mlx_lm.sample_utils import make_sampler

        number = request["id"]
        prompt = self.prompt(request["messages"])
        room = (self.context or sys.maxsize) - len(prompt)
        if room < 1:
            raise Failure("context", prompt=len(prompt), limit=self.context)
        schema = request.get("schema")
        processors = [Grammar(self.guide, schema)] if schema is not None and self.guide is not None else None
        if request.get("seed") is not None:
            mx.random.seed(request["seed"])
        cached = self.prefix.reuse(prompt)
        written = []
        finish = None
        try:
            for piece in stream_generate(
                self.model,
                self.tokenizer,
                prompt[cached:],
                max_tokens=min(request["max_tokens"], room),
                sampler=make_sampler(temp=request["temperature"]),
                logits_processors=processors,
                prompt_cache=self.prefix.layers,
                prefill_step_size=PREFILL_STEP,
                prompt_progress_callback=lambda *_: requests.check(number),
            ):
                requests.check(number)
                if len(written) < piece.generation_tokens:
                    written.append(piece.token)
                finish = piece.finish_reason or finish
                if piece.text:
                    requests.wire.send(number, "delta", text=piece.text)
        finally:
            self.prefix.keep(prompt + written)
        requests.wire.send(number, "done", finish=finish, prompt=len(prompt), cached=cached, output=len(written))


class Server:
    """Serves one request after another."""

    def __init__(self, requests):
        self.requests = requests
        self.model = None

    def serve(self, request):
        number, wire = request["id"], self.requests.wire
        self.requests.begin(number)
        try:
            self.requests.check(number)
            if request["op"] == "load":
                self.load(request)
                wire.send(number, "ready", context=self.model.context, constrains=self.model.guide is not None)
            elif request["op"] == "download":
                Hub(self.requests).folder(request["model"], number, may_download=True)
                wire.send(number, "done")
            elif request["op"] == "count":
                wire.send(number, "counted", tokens=self.model.count(request["text"]))
            else:
                self.model.generate(request, self.requests)
        except Cancelled:
            wire.send(number, "done", finish="cancelled")
        except Failure as failure:
            wire.send(number, "error", **failure.fields)
        except Exception as error:
            traceback.print_exc()
            wire.send(number, "error", kind="failed", detail=f"{type(error).__name__}: {error}")

    def load(self, request):
        folder = Hub(self.requests).folder(request["model"], request["id"], request["download"])
        from huggingface_hub import constants

        # All that the model needs is here now.
        constants.HF_HUB_OFFLINE = True
        self.model = Model(folder)


def main():
    requests = Requests(Wire())
    server = Server(requests)
    while True:
        server.serve(requests.waiting.get())


main()
