import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension HTTPTransport {
  private static let notReached = [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EHOSTDOWN]

  /// What a failure of the connection means.
  static func failure(_ error: any Error, url: ServerURL) -> any Error {
    switch error {
    case is LLMError, is CancellationError: error
    case is NIOConnectionError: LLMError.notRunning(url: url.origin)
    case let error as HTTPClientError where error == .connectTimeout || error == .tlsHandshakeTimeout:
      LLMError.notRunning(url: url.origin)
    case let error as HTTPClientError where error == .remoteConnectionClosed: LLMError.connectionLost
    case let error as IOError where notReached.contains(error.errnoCode): LLMError.notRunning(url: url.origin)
    case let error as HTTPParserError where error == .invalidEOFState: LLMError.connectionLost
    case is IOError, is ChannelError: LLMError.connectionLost
    default:
      failureOfEncryption(error, url: url)
        ?? LLMError.other("\(url.host): \(SafeText.line(String(describing: error)))")
    }
  }

  private static func failureOfEncryption(_ error: any Error, url: ServerURL) -> LLMError? {
    #if canImport(Network)
      if let error = error as? HTTPClient.NWTLSError {
        return distrusting.contains(error.status) ? .untrusted(host: url.host) : unencrypted(url)
      }
    #endif
    switch error {
    case NIOSSLError.unableToValidateCertificate, NIOSSLError.noCertificateToValidate:
      return .untrusted(host: url.host)
    case let error as NIOSSLExtraError where error == .failedToValidateHostname:
      return .untrusted(host: url.host)
    case NIOSSLError.handshakeFailed(.sslError(let reasons)):
      if reasons.contains(.eofDuringHandshake) { return .connectionLost }
      // The library names its reasons only in words.
      let isDistrust = reasons.contains { $0.description.contains("CERTIFICATE_VERIFY_FAILED") }
      return isDistrust ? .untrusted(host: url.host) : unencrypted(url)
    case NIOSSLError.handshakeFailed: return unencrypted(url)
    case NIOSSLError.uncleanShutdown: return .connectionLost
    default: return nil
    }
  }

  private static func unencrypted(_ url: ServerURL) -> LLMError {
    .unexpectedAnswer(url: url.origin, detail: "no encrypted connection can be made with it")
  }

  #if canImport(Network)
    /// What Secure Transport says of certificates, from `errSSLXCertChainInvalid` to `errSSLCertNotYetValid`, and
    /// `errSSLHostNameMismatch`.
    private static let distrusting: Set<Int32> = [-9807, -9808, -9812, -9813, -9814, -9815, -9843]
  #endif
}
