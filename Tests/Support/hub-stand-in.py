"""A stand-in for the hub that models come from, for tests: one model, "lab/tiny", of a few files.

    hub-stand-in.py FILE

Prints "LISTENING <port>" when it is ready, and ends when its standard input closes. The largest file is sent in two
halves; the second waits until FILE exists, so that a test can look at a download that is going on.
"""

import hashlib
import json
import os
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "0123456789abcdef0123456789abcdef01234567"
FILES = {
    "config.json": b'{"max_position_embeddings": 512}',
    "model.safetensors": bytes(24_000_000),
    "run_me.py": b"raise SystemExit",
}


class Hub(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        path = self.path.split("?")[0]
        if re.fullmatch(r"/api/models/lab/tiny(/revision/\w+)?", path):
            files = [{"rfilename": name, "size": len(data)} for name, data in FILES.items()]
            self.send_json({"id": "lab/tiny", "sha": COMMIT, "siblings": files})
        elif re.fullmatch(r"/api/models/lab/tiny/tree/\w+", path):
            self.send_json(
                [
                    {"type": "file", "path": name, "size": len(data), "oid": hashlib.sha1(data).hexdigest()}
                    for name, data in FILES.items()
                ]
            )
        elif match := re.fullmatch(r"/lab/tiny/resolve/\w+/(.+)", path):
            self.send_file(match[1])
        else:
            self.send_response(404)
            self.send_header("X-Error-Code", "RepoNotFound")
            self.send_header("Content-Length", "0")
            self.end_headers()

    def send_json(self, value):
        data = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def send_file(self, name):
        data = FILES[name]
        self.send_response(200)
        self.send_header("ETag", f'"{hashlib.sha1(data).hexdigest()}"')
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command == "HEAD":
            return
        half = len(data) // 2
        self.wfile.write(data[:half])
        self.wfile.flush()
        while name.endswith(".safetensors") and not os.path.exists(sys.argv[1]):
            time.sleep(0.01)
        self.wfile.write(data[half:])


server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"LISTENING {server.server_port}", flush=True)
while os.read(0, 4096):
    pass
os._exit(0)
