import NIOCore
import NIOPosix
import NIOSSL

/// A server on this machine that should speak TLS, and has a certificate that nobody signed but itself.
final class SecureServer {
  /// What it does with a connection.
  enum Manner: Sendable {
    /// It speaks TLS, and answers every request.
    case selfSigned
    /// It answers in plain HTTP.
    case plain
    /// It closes the connection as soon as the client has begun.
    case closing
  }

  private let channel: any Channel
  let port: Int

  init(_ manner: Manner) async throws {
    let context = try Self.context()
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton).childChannelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        let pipeline = channel.pipeline.syncOperations
        if manner == .selfSigned { try pipeline.addHandler(NIOSSLServerHandler(context: context)) }
        try pipeline.addHandler(Answerer(answer: manner == .closing ? "" : "HTTP/1.1 400 Bad Request\r\n\r\n"))
      }
    }
    channel = try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  deinit { channel.close(promise: nil) }

  var url: String { "https://127.0.0.1:\(port)" }

  private static func context() throws -> NIOSSLContext {
    let certificate = try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem)
    let key = try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)
    return try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: [.certificate(certificate)], privateKey: .privateKey(key)))
  }

  /// Answers the first bytes of a connection, and closes it.
  private final class Answerer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let answer: String

    init(answer: String) { self.answer = answer }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
      context.close(promise: nil)
    }
  }

  // For tests only: self-signed, for this machine's own name and address, and good for a hundred years.

  private static let certificate = """
    -----BEGIN CERTIFICATE-----
    MIIBtzCCAV2gAwIBAgIUeXYn7NPqmZhZ6q9S7PSZ0bd0X1AwCgYIKoZIzj0EAwIw
    IjEgMB4GA1UEAwwXdGVzdGxldCwgZm9yIHRlc3RzIG9ubHkwIBcNMjYxMTI3MDgz
    MTIwWhgPMjEyNjExMDMwODMxMjBaMCIxIDAeBgNVBAMMF3Rlc3RsZXQsIGZvciB0
    ZXN0cyBvbmx5MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEXmcrbr5ndteaixMn
    TgmFJI8FZV7intCrCgD7wJwJouM9qEEeqVu7dFaoCJIjwUCMUjG+vgdzQf0cfGfO
    tx91oqNvMG0wHQYDVR0OBBYEFIwljBeLi9l5Mng2HFVSwt4OyteWMB8GA1UdIwQY
    MBaAFIwljBeLi9l5Mng2HFVSwt4OyteWMA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0R
    BBMwEYcEfwAAAYIJbG9jYWxob3N0MAoGCCqGSM49BAMCA0gAMEUCIFFaUf10ILTk
    1X6WZZrOhV8gZ25xdDi8udSmxplrg89hAiEA+lLPGKwvhyjjK/wr3tU4Y4vZA8lF
    mqSC0dEh4AJnJe0=
    -----END CERTIFICATE-----
    """

  private static let key = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgthxh/HE0MVcX4hBb
    twMg6Ydi0FAxpqD2Elf0lA4f7iChRANCAAReZytuvmd215qLEydOCYUkjwVlXuKe
    0KsKAPvAnAmi4z2oQR6pW7t0VqgIkiPBQIxSMb6+B3NB/Rx8Z863H3Wi
    -----END PRIVATE KEY-----
    """
}
