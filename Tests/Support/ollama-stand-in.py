"""A stand-in for Ollama, for tests: it speaks Ollama's wire format, as published, over a real llama.cpp server.

It is not Ollama. The answers of /api/chat are written by the real model behind it; bringing models is simulated. It
takes the address of a llama.cpp server, prints "LISTENING <port>" when it is ready, and ends when its standard input
closes. Standard library only.
"""

import argparse
import datetime
import hashlib
import http.client
import http.server
import json
import os
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

MODEL = "smollm2:135m"
# What can be brought: the parts of each model, and after how many bytes of all the download stops by itself.
LIBRARY = {
    "tiny:latest": ([1_000_000, 500], None),
    "large:latest": ([4_000_000, 2_000], 2_000_000),
}
STEP = 250_000
KEEP_ALIVE = datetime.timedelta(minutes=5)


class Upstream:
    """The llama.cpp server."""

    def __init__(self, url):
        self.address = urllib.parse.urlparse(url).netloc
        self.base = url

    def call(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def wait(self):
        """Waits until the model is loaded."""
        while True:
            try:
                return self.call("/health")
            except urllib.error.HTTPError:
                time.sleep(0.05)

    def details(self):
        return self.call("/v1/models")["data"][0]["meta"]

    def context(self):
        return self.call("/props")["default_generation_settings"]["n_ctx"]

    def tokens(self, messages):
        """The whole prompt as the model sees it, in tokens."""
        prompt = self.call("/apply-template", {"messages": messages})["prompt"]
        return self.call("/tokenize", {"content": prompt, "parse_special": True})["tokens"]

    def text(self, tokens):
        return self.call("/detokenize", {"tokens": tokens})["content"]


class State:
    """What the server remembers from request to request."""

    def __init__(self, upstream, version):
        self.upstream = upstream
        self.version = version
        self.lock = threading.Lock()
        self.names = [MODEL]
        self.loaded = {}
        self.downloaded = {}

    def at_least(self, *numbers):
        return tuple(int(part) for part in self.version.split(".")) >= numbers


class Refused(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status
        self.message = message


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def stamp(time):
    return time.isoformat().replace("+00:00", "Z")


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def full_name(name):
    return name if ":" in name.split("/")[-1] else name + ":latest"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Each write is a piece of a stream: waiting for more of them would hold it back.
    disable_nagle_algorithm = True

    def log_message(self, *arguments):
        pass

    @property
    def state(self):
        return self.server.state

    def do_GET(self):
        routes = {"/api/version": self.version, "/api/tags": self.tags, "/api/ps": self.running}
        self.route(routes, lambda route: route())

    def do_POST(self):
        routes = {"/api/chat": self.chat, "/api/show": self.show, "/api/pull": self.pull}
        self.route(routes, lambda route: route(self.body()))

    def route(self, routes, call):
        if self.path == "/":
            return self.answer(200, b"Ollama is running", "text/plain; charset=utf-8")
        if self.path not in routes:
            return self.answer(404, b"404 page not found", "text/plain; charset=utf-8")
        try:
            call(routes[self.path])
        except Refused as refused:
            self.answer_json({"error": refused.message}, refused.status)

    def body(self):
        text = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            body = json.loads(text)
        except ValueError as error:
            raise Refused(400, str(error)) from None
        if not isinstance(body, dict) or not body.get("model"):
            raise Refused(400, "model is required")
        return body

    def answer(self, status, data, content_type):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def answer_json(self, value, status=200):
        self.answer(status, json.dumps(value).encode(), "application/json; charset=utf-8")

    # Streams: one JSON object a line, in chunks.

    def begin_stream(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def send_line(self, value):
        line = json.dumps(value).encode() + b"\n"
        self.wfile.write(b"%x\r\n%b\r\n" % (len(line), line))

    def end_stream(self):
        self.wfile.write(b"0\r\n\r\n")

    # What it knows.

    def version(self):
        self.answer_json({"version": self.state.version})

    def entry(self, name):
        details = self.state.upstream.details()
        return {
            "name": name,
            "model": name,
            "size": details["size"],
            "digest": digest(name),
            "details": {
                "parent_model": "",
                "format": "gguf",
                "family": "llama",
                "families": ["llama"],
                "parameter_size": "134.52M",
                "quantization_level": "Q4_1",
            },
        }

    def tags(self):
        self.answer_json({"models": [dict(self.entry(name), modified_at=stamp(now())) for name in self.state.names]})

    def running(self):
        loaded = [
            dict(self.entry(name), expires_at=stamp(now() + KEEP_ALIVE), size_vram=0, context_length=context)
            for name, context in self.state.loaded.items()
        ]
        self.answer_json({"models": loaded})

    def require(self, name):
        name = full_name(name)
        if name not in self.state.names:
            raise Refused(404, f"model '{name}' not found")
        return name

    def show(self, body):
        name = self.require(body["model"])
        details = self.state.upstream.details()
        self.answer_json(
            {
                "parameters": "temperature 0.2",
                "license": "Apache-2.0",
                "template": "{{ .Prompt }}",
                "modified_at": stamp(now()),
                "details": self.entry(name)["details"],
                "capabilities": ["completion"],
                "model_info": {
                    "general.architecture": "llama",
                    "general.parameter_count": details["n_params"],
                    "llama.context_length": self.state.upstream.context(),
                    "llama.embedding_length": details["n_embd"],
                },
            }
        )

    # Answers.

    def chat(self, body):
        name = self.require(body["model"])
        if body.get("think"):
            raise Refused(400, f'"{name}" does not support thinking')
        if not body.get("messages"):
            return self.load_or_unload(name, body)
        options = body.get("options", {})
        context = min(options.get("num_ctx", 4096), self.state.upstream.context())
        messages = self.fitted(body["messages"], context, body.get("truncate", True))
        with self.state.lock:
            self.state.loaded[name] = context
        request = {
            "messages": messages,
            "stream": True,
            "stream_options": {"include_usage": True},
            "max_tokens": options.get("num_predict", -1),
        }
        for option in ("temperature", "seed", "top_k", "top_p", "min_p", "stop"):
            if option in options:
                request[option] = options[option]
        form = body.get("format")
        if form == "json":
            request["response_format"] = {"type": "json_object"}
        elif form:
            request["response_format"] = {"type": "json_schema", "json_schema": {"schema": form}}
        self.forward(name, request)

    def load_or_unload(self, name, body):
        unloads = body.get("keep_alive") in (0, "0")
        with self.state.lock:
            if unloads:
                self.state.loaded.pop(name, None)
            else:
                wanted = body.get("options", {}).get("num_ctx", 4096)
                self.state.loaded[name] = min(wanted, self.state.upstream.context())
        message = {"role": "assistant", "content": ""}
        answer = {"model": name, "created_at": stamp(now()), "message": message, "done": True}
        answer["done_reason"] = "unload" if unloads else "load"
        self.answer_json(answer)

    def fitted(self, messages, context, may_cut):
        """The messages; cut in silence to half of the context where they are longer, as Ollama does."""
        tokens = self.state.upstream.tokens(messages)
        if len(tokens) < context:
            return messages
        if not may_cut and self.state.at_least(0, 12):
            raise Refused(400, "the input length exceeds the context length")
        return [{"role": "user", "content": self.state.upstream.text(tokens[-(context // 2) :])}]

    def forward(self, name, request):
        connection = http.client.HTTPConnection(self.state.upstream.address)
        try:
            headers = {"Content-Type": "application/json"}
            connection.request("POST", "/v1/chat/completions", json.dumps(request), headers)
            answer = connection.getresponse()
            if answer.status != 200:
                error = json.load(answer)["error"]
                raise Refused(500, error["message"])
            self.begin_stream()
            self.stream(name, answer)
            self.end_stream()
        except (BrokenPipeError, ConnectionResetError):
            # The client is gone: closing the connection behind stops the model too.
            self.close_connection = True
        finally:
            connection.close()

    def stream(self, name, answer):
        reason, usage, timings = "stop", {}, {}
        for line in answer:
            if not line.startswith(b"data: ") or line.startswith(b"data: [DONE]"):
                continue
            event = json.loads(line[6:])
            usage = event.get("usage") or usage
            timings = event.get("timings") or timings
            for choice in event.get("choices", []):
                reason = choice.get("finish_reason") or reason
                if choice.get("delta", {}).get("content"):
                    self.send_line(self.piece(name, choice["delta"]["content"], False))
        read, written = timings.get("prompt_ms", 0), timings.get("predicted_ms", 0)
        self.send_line(
            dict(
                self.piece(name, "", True),
                done_reason=reason,
                total_duration=int((read + written) * 1e6),
                load_duration=0,
                prompt_eval_count=usage.get("prompt_tokens", 0),
                prompt_eval_duration=int(read * 1e6),
                eval_count=usage.get("completion_tokens", 0),
                eval_duration=int(written * 1e6),
            )
        )

    def piece(self, name, content, done):
        message = {"role": "assistant", "content": content}
        return {"model": name, "created_at": stamp(now()), "message": message, "done": done}

    # Bringing models, simulated.

    def pull(self, body):
        name = full_name(body["model"])
        try:
            self.begin_stream()
            self.send_line({"status": "pulling manifest"})
            if name in LIBRARY:
                self.download(name, *LIBRARY[name])
            else:
                self.send_line({"error": "pull model manifest: file does not exist"})
            self.end_stream()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def download(self, name, parts, stop_after):
        for part in parts:
            key = "sha256:" + digest(f"{name} {part}")
            event = {"status": f"pulling {key[7:19]}", "digest": key, "total": part}
            # The first word about a part says nothing of what is there.
            self.send_line(event)
            while self.state.downloaded.get(key, 0) < part:
                there = self.state.downloaded.get(key, 0)
                if there == stop_after:
                    self.wait_for_client_to_leave(key, there)
                self.state.downloaded[key] = min(there + STEP, part)
                self.send_line(dict(event, completed=self.state.downloaded[key]))
        for status in ("verifying sha256 digest", "writing manifest", "success"):
            self.send_line({"status": status})
        with self.state.lock:
            if name not in self.state.names:
                self.state.names.append(name)

    def wait_for_client_to_leave(self, key, there):
        """Holds the download until the client gives it up; the next one goes on from here."""
        while self.connection.recv(1024):
            pass
        self.state.downloaded[key] = there + 1
        raise BrokenPipeError


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("llama", help="the address of the llama.cpp server")
    parser.add_argument("--port", type=int, default=0, help="0 chooses a free one")
    parser.add_argument("--version", default="0.12.6", help="the version of Ollama that it stands in for")
    options = parser.parse_args()

    upstream = Upstream(options.llama)
    upstream.wait()
    server = Server(("127.0.0.1", options.port), Handler)
    server.state = State(upstream, options.version)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"LISTENING {server.server_port}", flush=True)
    while os.read(0, 4096):
        pass
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
