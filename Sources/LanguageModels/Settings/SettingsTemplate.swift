/// What a new settings file begins with.
enum SettingsTemplate {
  /// Every table, with its defaults as comments.
  static let text = """
    # Settings of testlet. Lines that begin with # show the defaults; take the # away to change one.
    # No keys belong in this file: store one with `testlet backends key ID`, or let key-env name the environment variable
    # that holds it.

    [backend]
    # selected = "mock"               # the backend that writes questions; on first start the best that is available
    # fallback = ["mock"]             # offered in this order when the selected one is gone
    # privacy = "ask"                 # local-only | ask (a remote host is named and agreed to once) | any
    # mode = "auto"                   # auto | local | byo : which backends may be picked

    [backends.ollama]
    # kind = "ollama"                 # mock | ollama | openai-compatible | mlx
    # url = "http://localhost:11434"
    # model = "llama3.2:3b"
    # temperature = 0.7               # 0 to 2
    # max-tokens = 2048               # 128 to 4096
    # timeout = 60                    # seconds between bytes; 10 to 300
    # parallel = 0                    # requests at once, up to 64; 0 = find out

    [backends.openai]
    # kind = "openai-compatible"
    # profile = "openai"              # openai | azure | anthropic | lm-studio | llama.cpp | vllm | mlx | custom
    # url = "https://api.openai.com/v1"
    # model = "gpt-4"
    # key-env = "OPENAI_API_KEY"

    [backends.mlx]
    # kind = "mlx"
    # model = "mlx-community/Meta-Llama-3-8B-Instruct-4bit"
    # python = "python3"

    [backends.mock]
    # kind = "mock"
    # delay-ms = 0                    # milliseconds before each word, up to 60000, to watch it write

    [generation]
    # drafting = "auto"               # auto (measured) | staged (small requests about one fact each) | one-shot
    # verify = true                   # a model that can answers its own questions with the key hidden
    # votes = 2                       # how often, 2 to 4
    # unverified = "keep"             # keep (marked) | built-in: what becomes of questions that a model can't verify

    [review]
    # retention = 0.9                 # how likely you are to remember a question when it comes back, 0.7 to 0.97
    # per-day = 200                   # the most questions on a day
    # new-per-day = 20                # the most of them that are reviewed for the first time

    [ui]
    # theme = "auto"                  # auto | dark | light | monochrome; NO_COLOR is monochrome whatever stands here
    # ascii = false                   # true draws frames and bars in ASCII; without a line here the locale decides
    # mouse = true                    # the wheel scrolls, a click chooses; text is selected with Shift held

    """
}
