import Testing

@testable import LanguageModels

struct ServerURLTests {
  @Test(
    "A base URL means the same however it is written",
    arguments: [
      ("http://localhost:8080", "http://localhost:8080/v1"), ("http://localhost:8080/", "http://localhost:8080/v1"),
      ("http://localhost:8080/v1", "http://localhost:8080/v1"),
      ("http://localhost:8080/v1/", "http://localhost:8080/v1"),
      ("localhost:1234", "http://localhost:1234/v1"), ("api.example.com", "https://api.example.com/v1"),
      ("HTTPS://API.Example.com:443//v1//", "https://api.example.com/v1"), ("http://[::1]:80/", "http://[::1]/v1"),
      ("http://127.0.0.1:8080/v1/chat/completions", "http://127.0.0.1:8080/v1"),
      ("http://127.0.0.1:8080/v1/models", "http://127.0.0.1:8080/v1"),
      ("https://x.openai.azure.com/openai/v1/", "https://x.openai.azure.com/openai/v1"),
      ("https://g.example/v1beta/openai", "https://g.example/v1beta/openai"),
      ("https://proxy.example/llm", "https://proxy.example/llm/v1"),
    ])
  func baseURLMeansSameHoweverItIsWritten(given: String, base: String) throws {
    #expect(try ServerURL(given).openAIBase.text == base)
  }

  @Test("A query is sent but not shown") func queryIsSentButNotShown() throws {
    let url = try ServerURL("https://h.example/v1?api-version=2&k=s").appending("models")
    #expect(url.requestTarget == "https://h.example/v1/models?api-version=2&k=s")
    #expect(url.text == "https://h.example/v1/models")
  }

  @Test(
    "What is no address is refused",
    arguments: [
      "", "ftp://host", "file:///etc/passwd", "http://", "http://user:pw@host", "http://host:0", "http://host:70000",
      "http://host:x", "http://[::1", "http://[zz]", "http://ho st", "http://host/#part", "http://host\n",
      "http://hóst",
    ])
  func whatIsNoAddressIsRefused(text: String) {
    #expect(throws: LLMError.self) { try ServerURL(text) }
  }
}

struct EgressPolicyTests {
  private static let remote = EgressAgreement(backend: "b", keySource: "KEY", origin: "https://h.example")

  @Test(
    "This machine is always allowed", arguments: EgressPolicy.Mode.allCases,
    ["http://localhost:1", "http://127.9.9.9", "http://[::1]:8080"])
  func thisMachineIsAlwaysAllowed(mode: EgressPolicy.Mode, url: String) throws {
    try EgressPolicy(mode: mode).check(try ServerURL(url), backend: "b", keySource: nil)
  }

  @Test(
    "Another host is refused where nothing allows it",
    arguments: [
      (EgressPolicy.Mode.localOnly, "https://h.example", LLMError.localOnly(host: "h.example")),
      (.ask, "https://h.example:8443", .notPermitted(host: "h.example")),
      (.ask, "https://other.example", .notPermitted(host: "other.example")),
      (.ask, "http://h.example", .insecure(host: "h.example")),
      (.any, "http://h.example", .insecure(host: "h.example")),
      (.localOnly, "https://127.0.0.1.example", .localOnly(host: "127.0.0.1.example")),
      (.localOnly, "https://localhost.example", .localOnly(host: "localhost.example")),
      (.localOnly, "https://0.0.0.0", .localOnly(host: "0.0.0.0")),
    ])
  func anotherHostIsRefusedWhereNothingAllowsIt(mode: EgressPolicy.Mode, url: String, error: LLMError) {
    let policy = EgressPolicy(mode: mode, agreed: [Self.remote])
    #expect(throws: error) { try policy.check(try ServerURL(url), backend: "b", keySource: "KEY") }
  }

  @Test("An agreement holds for its backend, key and server only") func agreementHoldsForItsBackendKeyAndServerOnly()
    throws
  {
    let policy = EgressPolicy(mode: .ask, agreed: [Self.remote])
    let url = try ServerURL("https://h.example/v1")
    try policy.check(url, backend: "b", keySource: "KEY")
    #expect(throws: LLMError.self) { try policy.check(url, backend: "c", keySource: "KEY") }
    #expect(throws: LLMError.self) { try policy.check(url, backend: "b", keySource: "OTHER") }
    try EgressPolicy(mode: .any).check(url, backend: "c", keySource: nil)
  }

  @Test("An agreement survives the settings file") func agreementSurvivesSettingsFile() throws {
    #expect(EgressAgreement(text: Self.remote.text) == Self.remote)
    let keyless = EgressAgreement(backend: "b", keySource: nil, origin: "https://h.example:8443")
    #expect(EgressAgreement(text: keyless.text) == keyless)
    #expect(EgressAgreement(text: "nonsense") == nil)
  }
}

struct APIKeyTests {
  @Test("A key shows itself nowhere") func keyShowsItselfNowhere() throws {
    let key = try #require(APIKey(" secret-key \n"))
    #expect(key.secret == "secret-key")
    var dumped = ""
    dump(key, to: &dumped)
    for text in ["\(key)", String(reflecting: key), String(describing: Optional(key)), dumped] {
      #expect(!text.contains("secret-key"))
    }
  }

  @Test("What no header may hold is no key", arguments: ["", "  ", "a\nb", "a b", "ключ"])
  func whatNoHeaderMayHoldIsNoKey(value: String) {
    #expect(APIKey(value) == nil)
  }

  @Test("A server's text becomes one short line without the key") func serversTextBecomesOneShortLineWithoutKey() {
    let line = SafeText.line("bad key sk-123\u{1B}[31m\n\u{202E}really\u{0}.", limit: 60, hiding: "sk-123")
    #expect(line == "bad key ***[31m really")
    #expect(SafeText.line(String(repeating: "x", count: 900)).count == 200)
  }
}
