import Foundation
import TestSupport
import Testing

@testable import LanguageModels

/// Where MLX and its models are found, and how they come to this machine.
@Suite(.enabled(if: MLXModelFolder.isWanted, "\(MLXModelFolder.skipReason)"), .timeLimit(.minutes(1)))
struct MLXHubTests {
  private static let cache = ".cache/huggingface/hub"

  private static func fixture(
    model: String? = nil, _ egress: EgressPolicy.Mode = .localOnly, agreed: Set<EgressAgreement> = [], hub: String = ""
  ) throws -> MLXFixture {
    try MLXFixture(
      source: MLXModelFolder.workerSource(), model: model, environment: ["HF_ENDPOINT": hub],
      egress: EgressPolicy(mode: egress, agreed: agreed))
  }

  @Test("A Python without MLX gets the command that installs it") func pythonWithoutMLX() async throws {
    let folder = try TestSupport.TemporaryFolder()
    let venv = Process()
    venv.executableURL = URL(filePath: try MLXModelFolder.shared.python)
    venv.arguments = ["-m", "venv", "--without-pip", folder.file("bare")]
    try venv.run()
    venv.waitUntilExit()
    var configuration = LLMBackendConfig.mlxDefault
    configuration.python = folder.file("bare/bin/python")
    let program = MLXWorkerProgram(
      source: "", environment: ["PATH": "/absent", "VIRTUAL_ENV": folder.file("none")],
      virtualEnvironment: "/home/a b/mlx")
    let backend = MLXBackend(configuration: configuration, program: program, egress: EgressPolicy(mode: .any))
    let found = await backend.availability()
    #expect(found.nextStep(for: configuration)?.contains("python3 -m venv '/home/a b/mlx' && ") == true)
    #expect(found.nextStep(for: configuration)?.contains("mlx-lm llguidance") == true)
    await #expect(
      throws: LLMError.notInstalled(program: "MLX for Python", command: MLXPython.installation(for: program))
    ) {
      try await backend.generate(helloRequest) { _ in }
    }
  }

  @Test("A virtual environment is found by its variable, and by the place that testlet proposes")
  func virtualEnvironmentIsFound() async throws {
    let python = try MLXModelFolder.shared.python
    let folder = URL(filePath: python).deletingLastPathComponent().deletingLastPathComponent().path(
      percentEncoded: false)
    for (variable, own) in [(folder, "/absent"), ("/absent", folder)] {
      let program = MLXWorkerProgram(
        source: "", environment: ["PATH": "/absent", "VIRTUAL_ENV": variable], virtualEnvironment: own)
      let found = try #require(await MLXPython.find("python3", for: program))
      #expect(URL(filePath: found.program).standardizedFileURL == URL(filePath: python).standardizedFileURL)
    }
  }

  @Test("The models of the hub's cache are listed, the unfinished are not") func modelsOfCacheAreListed() async throws {
    let fixture = try Self.fixture()
    for (name, blob) in [("models--org--whole", "a"), ("models--org--cut", "a.incomplete")] {
      try fixture.write("12345", to: "\(Self.cache)/\(name)/blobs/\(blob)")
      try fixture.write(#"{"max_position_embeddings":77}"#, to: "\(Self.cache)/\(name)/snapshots/1/config.json")
      try fixture.write("", to: "\(Self.cache)/\(name)/snapshots/1/model.safetensors")
    }
    try fixture.write("{}", to: "\(Self.cache)/models--org--other/snapshots/1/config.json")
    let models = try await fixture.backend.models()
    #expect(models.first == ModelInfo(name: try MLXModelFolder.shared.model, contextLength: 8192))
    #expect(models.dropFirst() == [ModelInfo(name: "org/whole", bytes: 5, contextLength: 77)])
    #expect(fixture.backend.store.folder(of: "org/whole") != nil)
    for name in ["org/cut", "org/none", "../org/whole", "org/../whole", "", "/", "a/b/c"] {
      #expect(fixture.backend.store.folder(of: name) == nil)
    }
  }

  @Test("A model that is not here says what brings it, as far as the student lets it")
  func modelThatIsNotHere() async throws {
    let host = "huggingface.co"
    let agreement = EgressAgreement(backend: "mlx", keySource: nil, origin: "https://\(host)")
    let cases: [(MLXFixture, UnavailableReason)] = [
      (try Self.fixture(model: "org/m", .localOnly), .localOnly(host: host)),
      (try Self.fixture(model: "org/m", .ask), .notPermitted(host: host)),
      (try Self.fixture(model: "org/m", .ask, agreed: [agreement]), .notDownloaded(model: "org/m", host: host)),
      (try Self.fixture(model: "org/m", .any), .notDownloaded(model: "org/m", host: host)),
      (try Self.fixture(model: "/no/such/folder", .any), .modelMissing(model: "/no/such/folder")),
    ]
    for (fixture, reason) in cases {
      let found = await fixture.backend.availability()
      #expect(found == .unavailable(reason))
      #expect(found.nextStep(for: fixture.backend.configuration)?.isEmpty == false)
      #expect(fixture.starts.isEmpty)
    }
    for (mode, error) in [
      (EgressPolicy.Mode.ask, LLMError.notPermitted(host: host)), (.localOnly, .localOnly(host: host)),
    ] {
      let fixture = try Self.fixture(model: "org/m", mode)
      await #expect(throws: error) { try await fixture.backend.generate(helloRequest) { _ in } }
      await #expect(throws: error) { try await fixture.backend.pull("org/m") { _ in } }
      #expect(fixture.starts.isEmpty)
    }
  }

  @Test("A model is brought from a hub, without its code") func modelIsBrought() async throws {
    let folder = try TestSupport.TemporaryFolder()
    let hub = try PythonServer(script: "hub-stand-in.py", arguments: [folder.file("go")])
    let fixture = try Self.fixture(model: "lab/tiny", hub: hub.url)
    await #expect(throws: LLMError.modelMissing(model: "lab/none")) {
      try await fixture.backend.pull("lab/none") { _ in }
    }
    let (reports, report) = AsyncStream.makeStream(of: PullProgress.self)
    let backend = fixture.backend
    let pulling = Task { try await backend.pull("lab/tiny") { report.yield($0) } }
    for await seen in reports where seen.completedBytes > 1_000_000 {
      #expect(seen.completedBytes < 24_000_000 && seen.totalBytes == 24_000_032)
      #expect(seen.status == "downloading from 127.0.0.1")
      break
    }
    #expect(fixture.backend.store.folder(of: "lab/tiny") == nil)
    _ = try folder.write("", to: "go")
    try await pulling.value
    #expect(try await fixture.backend.models() == [ModelInfo(name: "lab/tiny", bytes: 24_000_032, contextLength: 512)])
    let brought = try #require(fixture.backend.store.folder(of: "lab/tiny"))
    let names = try FileManager.default.contentsOfDirectory(atPath: brought)
    #expect(names.sorted() == ["config.json", "model.safetensors"])
    try await eventually { fixture.areAllGone }
  }

  @Test("The first use brings the model, and that is seen") func firstUseBringsModel() async throws {
    let folder = try TestSupport.TemporaryFolder()
    let hub = try PythonServer(script: "hub-stand-in.py", arguments: [folder.file("go")])
    let fixture = try Self.fixture(model: "lab/tiny", hub: hub.url)
    let backend = fixture.backend
    let asking = Task { try await backend.generate(helloRequest) { _ in } }
    try await eventually {
      guard case .loading(let detail) = await backend.availability() else { return false }
      return detail.hasPrefix("it downloads the model, ") && detail.hasSuffix("% of 24 MB")
    }
    _ = try folder.write("", to: "go")
    // What the stand-in sends is no model.
    let error = await #expect(throws: LLMError.self) { try await asking.value }
    guard case .workerFailed(let detail)? = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(detail.contains("Error"))
    #expect(fixture.backend.store.folder(of: "lab/tiny") != nil)
    try await eventually { fixture.areAllGone }
  }
}
