import AsyncHTTPClient
import NIOSSL
import Testing

@testable import LanguageModels

@Suite("Servers whose encryption is at fault")
struct CertificateTests {
  @Test("A certificate that nobody vouches for is refused, and the sentence says what to do")
  func selfSigned() async throws {
    let server = try await SecureServer(.selfSigned)
    let error = LLMError.untrusted(host: "127.0.0.1")
    let backend = try backend(server.url)
    await #expect(throws: error) { try await backend.generate(helloRequest) { _ in } }
    #expect(error.sentence.hasPrefix("This machine does not trust the certificate of 127.0.0.1: check "))
    let availability = await backend.availability()
    #expect(availability == .unavailable(.untrusted(host: "127.0.0.1")))
    #expect(availability.advice(for: backend.configuration)?.contains("check this machine's date") == true)
  }

  @Test("A server that answers without encryption is a wrong address") func plain() async throws {
    let server = try await SecureServer(.plain)
    let error = LLMError.unexpectedAnswer(url: server.url, detail: "no encrypted connection can be made with it")
    await #expect(throws: error) { try await backend(server.url).generate(helloRequest) { _ in } }
  }

  @Test("A server that closes the connection in the handshake is a broken connection") func closing() async throws {
    let server = try await SecureServer(.closing)
    let backend = try backend(server.url)
    await #expect(throws: LLMError.connectionLost) { try await backend.generate(helloRequest) { _ in } }
    #expect(await backend.availability() == .unavailable(.notRunning(url: server.url + "/v1")))
  }

  @Test(
    "What a connection fails of is told in our own words",
    arguments: [
      (HTTPClientError.tlsHandshakeTimeout, .notRunning(url: "https://h.example")),
      (HTTPClientError.connectTimeout, .notRunning(url: "https://h.example")),
      (NIOSSLExtraError.failedToValidateHostname, .untrusted(host: "h.example")),
      (NIOSSLError.unableToValidateCertificate, .untrusted(host: "h.example")),
      (NIOSSLError.handshakeFailed(.sslError([.eofDuringHandshake])), .connectionLost),
      (NIOSSLError.uncleanShutdown, .connectionLost),
    ] as [(any Error, LLMError)])
  func failures(error: any Error, expected: LLMError) throws {
    let url = try ServerURL("https://h.example/v1")
    #expect(HTTPTransport.failure(error, url: url) as? LLMError == expected)
  }
}
